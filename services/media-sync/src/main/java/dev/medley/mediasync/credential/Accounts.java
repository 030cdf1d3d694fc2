package dev.medley.mediasync.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts' rows. */
@Component
public class Accounts {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Accounts(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How an account stands. */
    public Account find(String provider) {
        return select(provider, "");
    }

    /** The same, and nobody else changes it until this transaction ends. */
    Account lock(String provider) {
        return select(provider, "FOR UPDATE");
    }

    private Account select(String provider, String locking) {
        return jdbc.sql("""
                        SELECT kind, status, reason, rotated_at, updated_at
                        FROM provider_account WHERE provider = :provider
                        """ + locking)
                .param("provider", provider)
                .query((row, _) -> account(row))
                .optional()
                .orElse(Account.MISSING);
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("kind"),
                AccountStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                instant(row.getObject("rotated_at", OffsetDateTime.class)),
                instant(row.getObject("updated_at", OffsetDateTime.class)));
    }

    /** Notes new credentials. */
    void replaced(String provider, String kind) {
        jdbc.sql("""
                        INSERT INTO provider_account (provider, kind, status, rotation_count, updated_at)
                        VALUES (:provider, :kind, 'ACTIVE', 0, :now)
                        ON CONFLICT (provider) DO UPDATE
                        SET kind = excluded.kind, status = 'ACTIVE', reason = NULL, updated_at = excluded.updated_at
                        """)
                .param("provider", provider)
                .param("kind", kind)
                .param("now", now())
                .update();
    }

    /** Notes that the credentials are of no use; answers whether they were until now. */
    boolean failed(String provider, String reason) {
        return jdbc.sql("""
                        UPDATE provider_account SET status = 'FAILED', reason = :reason, updated_at = :now
                        WHERE provider = :provider AND status <> 'FAILED'
                        """)
                        .param("provider", provider)
                        .param("reason", reason)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Notes a rotation that succeeded. */
    void rotated(String provider) {
        jdbc.sql("""
                        UPDATE provider_account
                        SET rotation_count = rotation_count + 1, rotated_at = :now, updated_at = :now
                        WHERE provider = :provider
                        """).param("provider", provider).param("now", now()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
