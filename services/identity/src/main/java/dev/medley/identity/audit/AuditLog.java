package dev.medley.identity.audit;

import dev.medley.web.logging.RequestOrigin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the log. Entries are only ever added, and each one's hash covers the entry before it, so that a change, a gap or
 * a cut end shows when the log is verified.
 */
@Component
public class AuditLog {

    private final Chain chain;
    private final AuditPeople people;
    private final InstantSource clock;

    AuditLog(Chain chain, AuditPeople people, InstantSource clock) {
        this.chain = chain;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Adds an entry, in the caller's transaction if there is one: then the log tells of the action exactly if it
     * happened. Where it came from is read from the request that the thread serves. All other writers wait from here to
     * the end of the transaction, so this is the last step of one, and no remote call follows it.
     *
     * @param actor who did it, Cognito {@code sub}; absent when nobody is known
     * @param target on whom; absent when it is nobody the platform knows
     */
    @Transactional
    public void record(AuditAction action, AuditOutcome outcome, @Nullable String actor, @Nullable String target) {
        add(action, outcome, actor, target, null, RequestOrigin.current(), clock.instant());
    }

    /**
     * Adds an entry about what happened in another service.
     *
     * @param actor who did it, Cognito {@code sub}
     * @param resource on what, a path of that service's API
     */
    @Transactional
    public void recordElsewhere(AuditAction action, String actor, String resource, RequestOrigin origin, Instant at) {
        add(action, AuditOutcome.DONE, actor, null, resource, origin, at);
    }

    private void add(
            AuditAction action,
            AuditOutcome outcome,
            @Nullable String actor,
            @Nullable String target,
            @Nullable String resource,
            RequestOrigin origin,
            Instant at) {
        // The head comes before the pseudonyms: with one lock that all take first, no two writers block each other.
        ChainHead head = chain.lockHead();
        AuditEntry entry = new AuditEntry(
                head.sequence() + 1,
                at,
                action.name(),
                outcome.name(),
                pseudonym(actor),
                pseudonym(target),
                origin.clientAddress(),
                origin.requestId(),
                resource);
        chain.append(entry, entry.hash(head.hash()));
    }

    /**
     * Makes every entry about a user say nothing about who it was, as the erasure of an account asks for. The entries
     * stay, and so does the proof. An action recorded later starts a new pseudonym: this is the last step of an erasure.
     *
     * @param userId Cognito {@code sub}
     */
    @Transactional
    public void forget(String userId) {
        people.forget(userId);
    }

    private @Nullable UUID pseudonym(@Nullable String userId) {
        return userId == null ? null : people.pseudonym(userId);
    }
}
