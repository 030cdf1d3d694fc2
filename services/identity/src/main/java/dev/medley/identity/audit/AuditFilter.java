package dev.medley.identity.audit;

import dev.medley.identity.query.Conditions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show; what is absent does not restrict.
 *
 * @param actor user id of who did it
 * @param target user id of on whom
 * @param action what was done
 * @param outcome how it ended
 * @param from the earliest moment
 * @param to the moment before which it happened
 */
record AuditFilter(
        @Nullable String actor,
        @Nullable String target,
        @Nullable AuditAction action,
        @Nullable AuditOutcome outcome,
        @Nullable Instant from,
        @Nullable Instant to) {

    Conditions conditions() {
        return new Conditions()
                .and("entry.actor = (SELECT person_id FROM audit_person WHERE user_id = :actor)", "actor", actor)
                .and("entry.target = (SELECT person_id FROM audit_person WHERE user_id = :target)", "target", target)
                .and("entry.action = :action", "action", action == null ? null : action.name())
                .and("entry.outcome = :outcome", "outcome", outcome == null ? null : outcome.name())
                .and("entry.at >= :from", "from", utc(from))
                .and("entry.at < :to", "to", utc(to));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
