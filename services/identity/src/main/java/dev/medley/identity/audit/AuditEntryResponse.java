package dev.medley.identity.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log.
 *
 * @param sequence its place, from 1 without gaps
 * @param at when
 * @param action what was done
 * @param outcome how it ended
 * @param actor who did it; absent when nobody was known
 * @param target on whom; absent when it was nobody the platform knows
 * @param clientAddress where the request came from; absent for what the platform did by itself
 * @param requestId names the request in the logs
 * @param resource on what, if not on somebody: a path of the API
 * @param hash over this entry and the hash of the one before
 */
public record AuditEntryResponse(
        long sequence,
        Instant at,
        String action,
        String outcome,
        @Nullable Person actor,
        @Nullable Person target,
        @Nullable String clientAddress,
        @Nullable String requestId,
        @Nullable String resource,
        String hash) {

    /**
     * Somebody who appears in the log.
     *
     * @param pseudonym the same in every entry about one person
     * @param userId Cognito {@code sub}; absent once the account was erased
     */
    public record Person(UUID pseudonym, @Nullable String userId) {

        static @Nullable Person of(@Nullable UUID pseudonym, @Nullable String userId) {
            return pseudonym == null ? null : new Person(pseudonym, userId);
        }
    }

    static AuditEntryResponse from(AuditEntry entry, @Nullable String actorId, @Nullable String targetId, String hash) {
        return new AuditEntryResponse(
                entry.sequence(),
                entry.at(),
                entry.action(),
                entry.outcome(),
                Person.of(entry.actor(), actorId),
                Person.of(entry.target(), targetId),
                entry.clientAddress(),
                entry.requestId(),
                entry.resource(),
                hash);
    }
}
