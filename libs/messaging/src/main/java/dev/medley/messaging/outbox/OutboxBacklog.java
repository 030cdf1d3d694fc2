package dev.medley.messaging.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the outbox holds, as metrics and operators see it. */
final class OutboxBacklog {

    private final JdbcClient jdbc;

    OutboxBacklog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long pending() {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE parked_at IS NULL")
                .query(Long.class)
                .single();
    }

    long parked() {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE parked_at IS NOT NULL")
                .query(Long.class)
                .single();
    }

    Optional<Instant> oldest() {
        return jdbc.sql("SELECT created_at FROM outbox WHERE parked_at IS NULL ORDER BY id LIMIT 1")
                .query((row, _) -> instant(row, "created_at"))
                .optional();
    }

    /** The parked rows, oldest first. */
    List<ParkedEvent> parked(int limit) {
        return jdbc.sql("""
                        SELECT id, envelope_id, event_type, queue, ordering_key, created_at, parked_at, attempts,
                               last_error
                        FROM outbox
                        WHERE parked_at IS NOT NULL
                        ORDER BY id
                        LIMIT :limit
                        """)
                .param("limit", limit)
                .query(OutboxBacklog::parkedEvent)
                .list();
    }

    /** Makes a parked row due again with all its attempts; false when there is no such parked row. */
    boolean release(long id, Instant now) {
        return jdbc.sql("""
                                UPDATE outbox
                                SET parked_at = NULL, attempts = 0, refusals = 0, next_attempt_at = :now
                                WHERE id = :id AND parked_at IS NOT NULL
                                """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static ParkedEvent parkedEvent(ResultSet row, int number) throws SQLException {
        return new ParkedEvent(
                row.getLong("id"),
                row.getString("envelope_id"),
                row.getString("event_type"),
                row.getString("queue"),
                row.getString("ordering_key"),
                instant(row, "created_at"),
                instant(row, "parked_at"),
                row.getInt("attempts"),
                row.getString("last_error"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
