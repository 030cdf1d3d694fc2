package dev.medley.messaging.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code outbox}. */
final class OutboxTable {

    private static final int MAX_ERROR_LENGTH = 1000;

    private final JdbcClient jdbc;

    OutboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A message to be sent.
     *
     * @param queue name without environment prefix
     * @param key the subject
     */
    record NewRow(
            UUID envelopeId,
            String eventType,
            String queue,
            String key,
            String body,
            @Nullable String traceparent,
            Instant now) {}

    /**
     * Waits until no other transaction has unpublished events of this key. Without it a transaction that took its id
     * first could commit last, after the relay has sent the later id.
     */
    void takeTurn(String source, String key) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:source || '/' || :key, 0))")
                .param("source", source)
                .param("key", key)
                .query((_, _) -> Boolean.TRUE)
                .single();
    }

    void insert(NewRow row) {
        jdbc.sql("""
                        INSERT INTO outbox (envelope_id, event_type, queue, ordering_key, body, traceparent,
                                            created_at, next_attempt_at)
                        VALUES (:envelopeId, :eventType, :queue, :key, :body, :traceparent, :now, :now)
                        """)
                .param("envelopeId", row.envelopeId())
                .param("eventType", row.eventType())
                .param("queue", row.queue())
                .param("key", row.key())
                .param("body", row.body())
                .param("traceparent", row.traceparent())
                .param("now", utc(row.now()))
                .update();
    }

    /**
     * Takes rows that are due and first of their queue and key, and that no other relay holds. A row that waits for its
     * next attempt, or is parked, keeps the later ones of its key back.
     */
    List<OutboxRow> lockHeads(int limit, Instant now) {
        return jdbc.sql("""
                        SELECT id, envelope_id, queue, ordering_key, body, traceparent, attempts, refusals
                        FROM outbox head
                        WHERE parked_at IS NULL AND next_attempt_at <= :now
                          AND NOT EXISTS (SELECT 1
                                          FROM outbox earlier
                                          WHERE earlier.queue = head.queue
                                            AND earlier.ordering_key = head.ordering_key
                                            AND earlier.id < head.id)
                        ORDER BY id
                        LIMIT :limit
                        FOR UPDATE SKIP LOCKED
                        """)
                .param("now", utc(now))
                .param("limit", limit)
                .query(OutboxTable::row)
                .list();
    }

    void delete(List<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("DELETE FROM outbox WHERE id IN (:ids)").param("ids", ids).update();
        }
    }

    void retryLater(long id, Instant nextAttempt, boolean refused, String error) {
        jdbc.sql("""
                        UPDATE outbox
                        SET attempts = attempts + 1, refusals = refusals + :refusals,
                            next_attempt_at = :nextAttempt, last_error = :error
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("refusals", refused ? 1 : 0)
                .param("nextAttempt", utc(nextAttempt))
                .param("error", shortened(error))
                .update();
    }

    void park(long id, Instant now, String error) {
        jdbc.sql("""
                        UPDATE outbox
                        SET attempts = attempts + 1, parked_at = :now, last_error = :error
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("now", utc(now))
                .param("error", shortened(error))
                .update();
    }

    private static OutboxRow row(ResultSet row, int number) throws SQLException {
        return new OutboxRow(
                row.getLong("id"),
                row.getObject("envelope_id", UUID.class),
                row.getString("queue"),
                row.getString("ordering_key"),
                row.getString("body"),
                row.getString("traceparent"),
                row.getInt("attempts"),
                row.getInt("refusals"));
    }

    private static String shortened(String error) {
        return error.length() <= MAX_ERROR_LENGTH ? error : error.substring(0, MAX_ERROR_LENGTH);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
