package dev.medley.identity.account;

import dev.medley.contracts.UserExportRequested;
import dev.medley.identity.audit.AuditAction;
import dev.medley.identity.audit.AuditLog;
import dev.medley.identity.audit.AuditOutcome;
import dev.medley.messaging.QueueDirectory;
import dev.medley.messaging.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Exports of users' data in the database, one per user: the newest. */
@Component
class DataExports {

    /** An export is handed out for so long; then the next request makes a new one. */
    static final Duration FRESH_FOR = Duration.ofHours(24);

    private static final String EVENT = "user.export-requested";

    private final JdbcClient jdbc;
    private final QueueDirectory queues;
    private final Outbox outbox;
    private final ExportAssembler files;
    private final AuditLog audit;
    private final InstantSource clock;

    DataExports(
            JdbcClient jdbc,
            QueueDirectory queues,
            Outbox outbox,
            ExportAssembler files,
            AuditLog audit,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.queues = queues;
        this.outbox = outbox;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** The user's export; begins one unless there is a fresh one. */
    @Transactional
    DataExport current(String userId) {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM data_export WHERE user_id = :userId AND requested_at <= :limit RETURNING id")
                .param("userId", userId)
                .param("limit", utc(now.minus(FRESH_FOR)))
                .query(UUID.class)
                .optional()
                .ifPresent(files::deleteParts);
        UUID id = UUID.randomUUID();
        int begun = jdbc.sql("""
                        INSERT INTO data_export (user_id, id, requested_at) VALUES (:userId, :id, :now)
                        ON CONFLICT (user_id) DO NOTHING
                        """)
                .param("userId", userId)
                .param("id", id)
                .param("now", utc(now))
                .update();
        if (begun == 1) {
            begin(userId, id, now);
        }
        return find("user_id", userId).orElseThrow();
    }

    private void begin(String userId, UUID id, Instant now) {
        queues.consumersOf(EVENT)
                .forEach(service -> jdbc.sql("INSERT INTO data_export_part (export_id, service) VALUES (:id, :service)")
                        .param("id", id)
                        .param("service", service)
                        .update());
        outbox.publish(userId, new UserExportRequested(id.toString(), userId, now));
        audit.record(AuditAction.EXPORT_REQUESTED, AuditOutcome.DONE, userId, userId);
    }

    /**
     * A service has stored its part.
     *
     * @return the export; empty when it was replaced or its user erased
     */
    Optional<DataExport> collected(UUID id, String service, Instant collectedAt) {
        jdbc.sql("UPDATE data_export_part SET collected_at = :at WHERE export_id = :id AND service = :service")
                .param("at", utc(collectedAt))
                .param("id", id)
                .param("service", service)
                .update();
        return find("id", id);
    }

    void finish(UUID id) {
        jdbc.sql("UPDATE data_export SET finished_at = :now WHERE id = :id")
                .param("now", utc(clock.instant()))
                .param("id", id)
                .update();
    }

    /**
     * Forgets a user's export.
     *
     * @return its id, under which parts may lie; empty when there was none
     */
    Optional<UUID> delete(String userId) {
        return jdbc.sql("DELETE FROM data_export WHERE user_id = :userId RETURNING id")
                .param("userId", userId)
                .query(UUID.class)
                .optional();
    }

    /** Users whose export is older than that. */
    List<String> usersWithExportsBefore(Instant limit) {
        return jdbc.sql("SELECT user_id FROM data_export WHERE requested_at < :limit LIMIT 1000")
                .param("limit", utc(limit))
                .query(String.class)
                .list();
    }

    /** @param column {@code id} or {@code user_id} */
    private Optional<DataExport> find(String column, Object value) {
        return jdbc.sql("""
                        SELECT id, user_id, requested_at, finished_at IS NOT NULL AS finished,
                               ARRAY(SELECT service FROM data_export_part
                                     WHERE export_id = id ORDER BY service) AS services,
                               ARRAY(SELECT service FROM data_export_part
                                     WHERE export_id = id AND collected_at IS NULL ORDER BY service) AS awaiting
                        FROM data_export
                        WHERE %s = :value
                        """.formatted(column))
                .param("value", value)
                .query((row, _) -> new DataExport(
                        row.getObject("id", UUID.class),
                        row.getString("user_id"),
                        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("finished"),
                        List.of((String[]) row.getArray("services").getArray()),
                        List.of((String[]) row.getArray("awaiting").getArray())))
                .optional();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
