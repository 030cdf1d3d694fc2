package dev.medley.identity.reconciliation;

import dev.medley.contracts.ReconciliationPageRequested;
import dev.medley.messaging.outbox.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All runs, and their way from page to page. */
@Component
class Reconciliations {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final InstantSource clock;

    Reconciliations(JdbcClient jdbc, Outbox outbox, InstantSource clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Starts a run. */
    @Transactional
    ReconciliationResponse start() {
        ReconciliationResponse run = new ReconciliationResponse(
                UUID.randomUUID(), ReconciliationStatus.RUNNING, 0, 0, clock.instant(), null);
        jdbc.sql("""
                        INSERT INTO reconciliation (id, status, listed, created, started_at)
                        VALUES (:id, :status, 0, 0, :startedAt)
                        """)
                .param("id", run.id())
                .param("status", run.status().name())
                .param("startedAt", timestamp(run.startedAt()))
                .update();
        request(run.id(), null);
        return run;
    }

    /** A run, if there is one. */
    Optional<ReconciliationResponse> find(UUID id) {
        return jdbc.sql("SELECT id, status, listed, created, started_at, ended_at FROM reconciliation WHERE id = :id")
                .param("id", id)
                .query((row, _) -> {
                    OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
                    return new ReconciliationResponse(
                            row.getObject("id", UUID.class),
                            ReconciliationStatus.valueOf(row.getString("status")),
                            row.getLong("listed"),
                            row.getLong("created"),
                            row.getObject("started_at", OffsetDateTime.class).toInstant(),
                            endedAt == null ? null : endedAt.toInstant());
                })
                .optional();
    }

    /**
     * Notes a page and asks for the next, or ends the run after the last. Belongs into the transaction of the page.
     *
     * @param next where the next page begins; absent after the last
     */
    void pageDone(UUID id, long listed, long created, @Nullable String next) {
        jdbc.sql("UPDATE reconciliation SET listed = listed + :listed, created = created + :created WHERE id = :id")
                .param("listed", listed)
                .param("created", created)
                .param("id", id)
                .update();
        if (next == null) {
            end(id, ReconciliationStatus.COMPLETED);
        } else {
            request(id, next);
        }
    }

    /** Ends a run. */
    void end(UUID id, ReconciliationStatus status) {
        jdbc.sql("UPDATE reconciliation SET status = :status, ended_at = :endedAt WHERE id = :id")
                .param("status", status.name())
                .param("endedAt", timestamp(clock.instant()))
                .param("id", id)
                .update();
    }

    private void request(UUID id, @Nullable String from) {
        outbox.publish(id.toString(), new ReconciliationPageRequested(id.toString(), from));
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
