package dev.medley.standins.cognito;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sign-ins. Refresh tokens are opaque and stored as digests; revoked rows stay, to say so. */
final class Sessions {

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Duration lifetime;

    Sessions(JdbcClient jdbc, Secrets secrets, InstantSource clock, Duration lifetime) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    Opened open(User user, AppClient client) {
        Instant now = clock.instant();
        String refreshToken = secrets.token();
        SignInSession session =
                new SignInSession(UUID.randomUUID(), user.username(), client.id(), now, now.plus(lifetime), null);
        jdbc.sql("""
                        insert into cognito.session
                            (origin_jti, username, client_id, refresh_token_hash, authenticated_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        session.originJti(),
                        session.username(),
                        session.clientId(),
                        Secrets.digest(refreshToken),
                        Database.timestamp(session.authenticatedAt()),
                        Database.timestamp(session.expiresAt()))
                .update();
        return new Opened(session, refreshToken);
    }

    Optional<SignInSession> find(UUID originJti) {
        return jdbc.sql("select * from cognito.session where origin_jti = ?")
                .param(originJti)
                .query(Sessions::read)
                .optional();
    }

    Optional<SignInSession> findByRefreshToken(String refreshToken) {
        return jdbc.sql("select * from cognito.session where refresh_token_hash = ?")
                .param(Secrets.digest(refreshToken))
                .query(Sessions::read)
                .optional();
    }

    void revoke(SignInSession session) {
        jdbc.sql("update cognito.session set revoked_at = coalesce(revoked_at, ?) where origin_jti = ?")
                .params(Database.timestamp(clock.instant()), session.originJti())
                .update();
    }

    void revokeAllOf(User user) {
        jdbc.sql("update cognito.session set revoked_at = ? where username = ? and revoked_at is null")
                .params(Database.timestamp(clock.instant()), user.username())
                .update();
    }

    private static SignInSession read(ResultSet row, int number) throws SQLException {
        return new SignInSession(
                row.getObject("origin_jti", UUID.class),
                row.getObject("username", UUID.class),
                row.getString("client_id"),
                Database.instant(row, "authenticated_at"),
                Database.instant(row, "expires_at"),
                Database.optionalInstant(row, "revoked_at"));
    }

    /**
     * A new sign-in.
     *
     * @param session as stored
     * @param refreshToken which nobody will see again
     */
    record Opened(SignInSession session, String refreshToken) {}
}
