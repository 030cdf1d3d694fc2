package dev.medley.accounts.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The moments up to which users' access tokens are refused, in the service's schema: every instance sees a revocation as
 * soon as one of them has stored it.
 */
public class RevokedSessions {

    /** Several times what an access token lives, so that no refused one outlasts its revocation. */
    private static final Duration KEPT_FOR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    RevokedSessions(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Refuses a user's access tokens that were issued until then; an earlier moment changes nothing. */
    public void revoke(String userId, Instant until) {
        jdbc.sql("""
                        INSERT INTO revoked_session (user_key, revoked_at) VALUES (:user, :until)
                        ON CONFLICT (user_key)
                        DO UPDATE SET revoked_at = greatest(revoked_session.revoked_at, excluded.revoked_at)
                        """)
                .param("user", key(userId))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Whether a token is refused. Tokens tell their time in whole seconds, rounded down, so one that was issued after a
     * revocation but in the same second is refused as well.
     *
     * @param issuedAt the token's {@code iat}
     */
    public boolean isRevoked(String userId, Instant issuedAt) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM revoked_session WHERE user_key = :user AND revoked_at >= :issuedAt)")
                .param("user", key(userId))
                .param("issuedAt", issuedAt.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Forgets what no token alive can need and says how much that was. */
    int purge() {
        return jdbc.sql("DELETE FROM revoked_session WHERE revoked_at < :limit")
                .param("limit", clock.instant().minus(KEPT_FOR).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String key(String userId) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(userId.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
