package dev.medley.identity.account;

import dev.medley.contracts.UserDeleted;
import dev.medley.identity.audit.AuditAction;
import dev.medley.identity.audit.AuditLog;
import dev.medley.identity.audit.AuditOutcome;
import dev.medley.identity.session.SessionRevoker;
import dev.medley.messaging.QueueDirectory;
import dev.medley.messaging.outbox.Outbox;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts being erased, and which services have done their part. */
@Component
class Erasures {

    private static final String EVENT = "user.deleted";

    private final JdbcClient jdbc;
    private final QueueDirectory queues;
    private final Outbox outbox;
    private final SessionRevoker sessions;
    private final AuditLog audit;
    private final InstantSource clock;

    Erasures(
            JdbcClient jdbc,
            QueueDirectory queues,
            Outbox outbox,
            SessionRevoker sessions,
            AuditLog audit,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.queues = queues;
        this.outbox = outbox;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins to erase an account; doing so again names the erasure that has begun. */
    @Transactional
    ErasureResponse request(String userId) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        int begun = jdbc.sql("""
                        INSERT INTO erasure (id, user_id, requested_at) VALUES (:id, :userId, :now)
                        ON CONFLICT (user_id) DO NOTHING
                        """)
                .param("id", id)
                .param("userId", userId)
                .param("now", utc(now))
                .update();
        if (begun == 0) {
            return find(jdbc.sql("SELECT id FROM erasure WHERE user_id = :userId")
                    .param("userId", userId)
                    .query(UUID.class)
                    .single());
        }
        queues.consumersOf(EVENT)
                .forEach(service -> jdbc.sql("INSERT INTO erasure_part (erasure_id, service) VALUES (:id, :service)")
                        .param("id", id)
                        .param("service", service)
                        .update());
        sessions.revoke(userId);
        outbox.publish(userId, new UserDeleted(userId, id.toString(), now));
        ErasureResponse erasure = find(id);
        audit.record(AuditAction.ERASURE_REQUESTED, AuditOutcome.DONE, userId, userId);
        return erasure;
    }

    /** A service has done its part; after the last the erasure no longer tells whose account it was. */
    @Transactional
    void finish(UUID id, String service, Instant erasedAt) {
        jdbc.sql("UPDATE erasure_part SET erased_at = :erasedAt WHERE erasure_id = :id AND service = :service")
                .param("erasedAt", utc(erasedAt))
                .param("id", id)
                .param("service", service)
                .update();
        jdbc.sql("""
                        UPDATE erasure SET finished_at = :now, user_id = NULL
                        WHERE id = :id AND NOT EXISTS
                            (SELECT FROM erasure_part WHERE erasure_id = :id AND erased_at IS NULL)
                        """).param("now", utc(clock.instant())).param("id", id).update();
    }

    ErasureResponse find(UUID id) {
        List<String> awaiting = jdbc.sql(
                        "SELECT service FROM erasure_part WHERE erasure_id = :id AND erased_at IS NULL ORDER BY service")
                .param("id", id)
                .query(String.class)
                .list();
        return jdbc.sql("SELECT requested_at, finished_at FROM erasure WHERE id = :id")
                .param("id", id)
                .query((row, _) -> ErasureResponse.of(
                        id,
                        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("finished_at", OffsetDateTime.class)),
                        awaiting))
                .optional()
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND, "There is no erasure with this id."));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
