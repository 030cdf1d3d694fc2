package dev.medley.identity.audit;

import dev.medley.identity.query.Conditions;
import dev.medley.web.paging.CursorCodec;
import dev.medley.web.paging.Cursors;
import dev.medley.web.paging.Page;
import dev.medley.web.paging.PageLimit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log. */
@Component
class AuditTrail {

    private final JdbcClient jdbc;
    private final CursorCodec cursors;

    AuditTrail(JdbcClient jdbc, CursorCodec cursors) {
        this.jdbc = jdbc;
        this.cursors = cursors;
    }

    /** A page, newest first. */
    Page<AuditEntryResponse> list(AuditFilter filter, @Nullable String cursor, PageLimit limit) {
        Cursors pages = cursors.forListing(
                "audit",
                filter.actor(),
                filter.target(),
                filter.action(),
                filter.outcome(),
                filter.from(),
                filter.to());
        List<String> position = pages.decode(cursor);
        Conditions conditions = filter.conditions()
                .and("entry.sequence < :before", "before", position == null ? null : Long.valueOf(position.getFirst()));
        List<AuditEntryResponse> rows = jdbc.sql("""
                        SELECT entry.*, actor.user_id AS actor_user, target.user_id AS target_user
                        FROM audit_entry entry
                        LEFT JOIN audit_person actor ON actor.person_id = entry.actor
                        LEFT JOIN audit_person target ON target.person_id = entry.target
                        %s
                        ORDER BY entry.sequence DESC
                        LIMIT :rows
                        """.formatted(conditions.where()))
                .params(conditions.params())
                .param("rows", limit.rowsToRead())
                .query(AuditTrail::row)
                .list();
        return Page.of(rows, limit, entry -> pages.encode(List.of(Long.toString(entry.sequence()))));
    }

    private static AuditEntryResponse row(ResultSet row, int number) throws SQLException {
        return AuditEntryResponse.from(
                Chain.entry(row), row.getString("actor_user"), row.getString("target_user"), row.getString("hash"));
    }
}
