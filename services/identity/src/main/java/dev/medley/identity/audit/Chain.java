package dev.medley.identity.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code audit_entry} and {@code audit_head}. */
@Component
class Chain {

    /** Rows that the driver holds at once while the whole log streams by. */
    private static final int FETCH_SIZE = 1000;

    private final JdbcClient jdbc;

    Chain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The end, kept from all other writers until the transaction ends. */
    ChainHead lockHead() {
        return jdbc.sql("SELECT sequence, hash FROM audit_head FOR UPDATE")
                .query(ChainHead.class)
                .single();
    }

    /** The end; that of an empty log when somebody removed the row. */
    ChainHead head() {
        return jdbc.sql("SELECT sequence, hash FROM audit_head")
                .query(ChainHead.class)
                .optional()
                .orElse(ChainHead.EMPTY);
    }

    /** Adds the entry that follows a locked head. */
    void append(AuditEntry entry, String hash) {
        jdbc.sql("""
                        INSERT INTO audit_entry (sequence, at, action, outcome, actor, target, client_address,
                                                 request_id, resource, hash)
                        VALUES (:sequence, :at, :action, :outcome, :actor, :target, :clientAddress, :requestId,
                                :resource, :hash)
                        """)
                .param("sequence", entry.sequence())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("action", entry.action())
                .param("outcome", entry.outcome())
                .param("actor", entry.actor())
                .param("target", entry.target())
                .param("clientAddress", entry.clientAddress())
                .param("requestId", entry.requestId())
                .param("resource", entry.resource())
                .param("hash", hash)
                .update();
        jdbc.sql("UPDATE audit_head SET sequence = :sequence, hash = :hash")
                .param("sequence", entry.sequence())
                .param("hash", hash)
                .update();
    }

    /** Hands over every entry with its stored hash, first to last; inside a transaction, or all are held in memory. */
    void forEach(BiConsumer<AuditEntry, String> reader) {
        jdbc.sql("""
                        SELECT sequence, at, action, outcome, actor, target, client_address, request_id, resource, hash
                        FROM audit_entry
                        ORDER BY sequence
                        """).withFetchSize(FETCH_SIZE).query(row -> {
            reader.accept(entry(row), row.getString("hash"));
        });
    }

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("action"),
                row.getString("outcome"),
                row.getObject("actor", UUID.class),
                row.getObject("target", UUID.class),
                row.getString("client_address"),
                row.getString("request_id"),
                row.getString("resource"));
    }
}
