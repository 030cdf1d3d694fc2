package dev.medley.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.audit.Verification.BrokenEntry;
import dev.medley.identity.audit.Verification.Fault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class ChainVerifierTests {

    private record Link(AuditEntry entry, String hash) {}

    /** A column of {@code audit_entry}, with a change of its value that leaves it another one. */
    private enum Column {
        SEQUENCE,
        AT,
        ACTION,
        OUTCOME,
        ACTOR,
        TARGET,
        CLIENT_ADDRESS,
        REQUEST_ID,
        RESOURCE,
        HASH;

        Link changed(Link link) {
            AuditEntry e = link.entry();
            return new Link(
                    new AuditEntry(
                            this == SEQUENCE ? e.sequence() + 1000 : e.sequence(),
                            this == AT ? e.at().plus(1, ChronoUnit.MICROS) : e.at(),
                            this == ACTION ? e.action() + "x" : e.action(),
                            this == OUTCOME ? "" : e.outcome(),
                            this == ACTOR ? other(e.actor()) : e.actor(),
                            this == TARGET ? other(e.target()) : e.target(),
                            this == CLIENT_ADDRESS ? other(e.clientAddress()) : e.clientAddress(),
                            this == REQUEST_ID ? other(e.requestId()) : e.requestId(),
                            this == RESOURCE ? other(e.resource()) : e.resource()),
                    this == HASH ? link.hash().replace(link.hash().charAt(0), '-') : link.hash());
        }

        private static @Nullable UUID other(@Nullable UUID value) {
            return value == null ? new UUID(0, 0) : null;
        }

        private static @Nullable String other(@Nullable String value) {
            return value == null ? "" : null;
        }
    }

    @Property(tries = 200)
    void anUntouchedLogIsIntact(@ForAll("chains") List<Link> chain) {
        Verification result = verify(chain, endOf(chain));

        assertThat(result).isEqualTo(new Verification(true, chain.size(), endOf(chain), null));
    }

    @Property(tries = 500)
    void aChangeOfAnySingleColumnIsFound(
            @ForAll("chains") List<Link> chain, @ForAll @IntRange(max = 1000) int place, @ForAll Column column) {
        int index = place % chain.size();
        List<Link> changed = new ArrayList<>(chain);
        changed.set(index, column.changed(chain.get(index)));
        changed.sort(Comparator.comparing(link -> link.entry().sequence()));

        assertThat(verify(changed, endOf(chain)).firstBroken())
                .isEqualTo(new BrokenEntry(index + 1, column == Column.SEQUENCE ? Fault.MISSING : Fault.CHANGED));
    }

    @Property(tries = 200)
    void aMissingEntryIsFoundWhereverItWas(
            @ForAll("chains") List<Link> chain, @ForAll @IntRange(max = 1000) int place) {
        List<Link> cut = new ArrayList<>(chain);
        cut.remove(place % chain.size());

        assertThat(verify(cut, endOf(chain)).firstBroken())
                .isEqualTo(new BrokenEntry(place % chain.size() + 1, Fault.MISSING));
    }

    @Property(tries = 200)
    void twoEntriesThatChangedPlacesAreFound(
            @ForAll("chains") List<Link> chain,
            @ForAll @IntRange(max = 1000) int place,
            @ForAll @IntRange(max = 1000) int other) {
        List<Link> swapped = new ArrayList<>(chain);
        int first = Math.min(place % chain.size(), other % chain.size());
        int second = Math.max(place % chain.size(), other % chain.size());
        Collections.swap(swapped, first, second);
        List<Link> renumbered = new ArrayList<>();
        for (int index = 0; index < swapped.size(); index++) {
            renumbered.add(new Link(
                    at(index + 1, swapped.get(index).entry()),
                    swapped.get(index).hash()));
        }

        assertThat(verify(renumbered, endOf(chain)).firstBroken())
                .isEqualTo(first == second ? null : new BrokenEntry(first + 1, Fault.CHANGED));
    }

    @Example
    void aCutEndIsFoundByTheHead() {
        List<Link> chain = chainOf(List.of(plain(), plain(), plain()));

        assertThat(verify(chain.subList(0, 1), endOf(chain)).firstBroken())
                .isEqualTo(new BrokenEntry(2, Fault.MISSING));
    }

    @Example
    void anEntryBehindTheHeadIsFound() {
        List<Link> chain = chainOf(List.of(plain(), plain()));

        assertThat(verify(chain, endOf(chain.subList(0, 1))).firstBroken()).isEqualTo(new BrokenEntry(2, Fault.ADDED));
    }

    @Example
    void aLogRewrittenFromSomewhereOnIsFoundByAnEarlierHead() {
        List<Link> chain = chainOf(List.of(plain(), plain(), plain()));
        List<Link> rewritten = chainOf(
                List.of(plain(), Column.ACTION.changed(new Link(plain(), "")).entry(), plain()));

        assertThat(verify(rewritten, endOf(rewritten)).intact()).isTrue();
        assertThat(verify(rewritten, endOf(rewritten), endOf(chain.subList(0, 2)))
                        .firstBroken())
                .isEqualTo(new BrokenEntry(2, Fault.CHANGED));
    }

    @Example
    void anEndCutTogetherWithTheHeadIsFoundByAnEarlierHead() {
        List<Link> chain = chainOf(List.of(plain(), plain(), plain()));
        List<Link> cut = chain.subList(0, 2);

        assertThat(verify(cut, endOf(cut), endOf(chain)).firstBroken()).isEqualTo(new BrokenEntry(3, Fault.MISSING));
    }

    @Example
    void anEmptyLogIsIntact() {
        assertThat(verify(List.of(), ChainHead.EMPTY)).isEqualTo(new Verification(true, 0, ChainHead.EMPTY, null));
    }

    @Provide
    Arbitrary<List<Link>> chains() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(8);
        Arbitrary<UUID> person = Arbitraries.longs().map(bits -> new UUID(bits, bits));
        Arbitrary<AuditEntry> entry = Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000_000_000L),
                        text,
                        text.filter(outcome -> !outcome.isEmpty()),
                        person.injectNull(0.3),
                        person.injectNull(0.3),
                        text.injectNull(0.3),
                        text.injectNull(0.3),
                        text.injectNull(0.3))
                .as((micros, action, outcome, actor, target, address, request, resource) -> new AuditEntry(
                        0,
                        Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                        action,
                        outcome,
                        actor,
                        target,
                        address,
                        request,
                        resource));
        return entry.list().ofMinSize(1).ofMaxSize(12).map(ChainVerifierTests::chainOf);
    }

    private static List<Link> chainOf(List<AuditEntry> entries) {
        List<Link> chain = new ArrayList<>();
        String previous = ChainHead.EMPTY.hash();
        for (AuditEntry entry : entries) {
            AuditEntry placed = at(chain.size() + 1, entry);
            previous = placed.hash(previous);
            chain.add(new Link(placed, previous));
        }
        return chain;
    }

    private static AuditEntry at(long sequence, AuditEntry entry) {
        return new AuditEntry(
                sequence,
                entry.at(),
                entry.action(),
                entry.outcome(),
                entry.actor(),
                entry.target(),
                entry.clientAddress(),
                entry.requestId(),
                entry.resource());
    }

    private static AuditEntry plain() {
        return new AuditEntry(0, Instant.EPOCH, "SIGNED_IN", "DONE", null, null, null, null, null);
    }

    private static ChainHead endOf(List<Link> chain) {
        return new ChainHead(chain.getLast().entry().sequence(), chain.getLast().hash());
    }

    private static Verification verify(List<Link> chain, ChainHead head) {
        return verify(chain, head, null);
    }

    private static Verification verify(List<Link> chain, ChainHead head, @Nullable ChainHead known) {
        ChainVerifier verifier = new ChainVerifier(head, known);
        chain.forEach(link -> verifier.accept(link.entry(), link.hash()));
        return verifier.result();
    }
}
