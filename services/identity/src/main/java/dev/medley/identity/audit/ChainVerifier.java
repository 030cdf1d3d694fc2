package dev.medley.identity.audit;

import dev.medley.identity.audit.Verification.BrokenEntry;
import dev.medley.identity.audit.Verification.Fault;
import org.jspecify.annotations.Nullable;

/** Recomputes the chain from entries handed over one by one, first to last. */
final class ChainVerifier {

    private final ChainHead head;
    private final @Nullable ChainHead known;
    private ChainHead last = ChainHead.EMPTY;
    private long entries;
    private @Nullable BrokenEntry broken;

    /**
     * Starts before the first entry.
     *
     * @param head the end as it is recorded
     * @param known an earlier end that must still be part of the chain
     */
    ChainVerifier(ChainHead head, @Nullable ChainHead known) {
        this.head = head;
        this.known = known;
    }

    void accept(AuditEntry entry, String hash) {
        entries++;
        if (broken != null) {
            return;
        }
        long expected = last.sequence() + 1;
        if (entry.sequence() > expected) {
            broken = new BrokenEntry(expected, Fault.MISSING);
        } else if (entry.sequence() < expected) {
            broken = new BrokenEntry(entry.sequence(), Fault.ADDED);
        } else if (!entry.hash(last.hash()).equals(hash) || contradicts(known, entry.sequence(), hash)) {
            broken = new BrokenEntry(entry.sequence(), Fault.CHANGED);
        } else {
            last = new ChainHead(entry.sequence(), hash);
        }
    }

    /** The verdict after the last entry. */
    Verification result() {
        BrokenEntry found = broken != null ? broken : brokenEnd();
        return new Verification(found == null, entries, head, found);
    }

    private @Nullable BrokenEntry brokenEnd() {
        if (last.sequence() < head.sequence() || (known != null && last.sequence() < known.sequence())) {
            return new BrokenEntry(last.sequence() + 1, Fault.MISSING);
        }
        if (last.sequence() > head.sequence()) {
            return new BrokenEntry(head.sequence() + 1, Fault.ADDED);
        }
        return last.equals(head) ? null : new BrokenEntry(last.sequence(), Fault.CHANGED);
    }

    private static boolean contradicts(@Nullable ChainHead known, long sequence, String hash) {
        return known != null && known.sequence() == sequence && !known.hash().equals(hash);
    }
}
