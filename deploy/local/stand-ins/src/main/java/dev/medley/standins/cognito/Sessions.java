package dev.medley.standins.cognito;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        SignInSession session =
                new SignInSession(UUID.randomUUID(), user.username(), client.id(), now, now.plus(lifetime), null);
        jdbc.sql("""
                        insert into cognito.session (origin_jti, username, client_id, authenticated_at, expires_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        session.originJti(),
                        session.username(),
                        session.clientId(),
                        Database.timestamp(session.authenticatedAt()),
                        Database.timestamp(session.expiresAt()))
                .update();
        return renew(session);
    }

    /** Gives a session one more refresh token, which ends when the session does. */
    Opened renew(SignInSession session) {
        String refreshToken = secrets.token();
        jdbc.sql("insert into cognito.refresh_token (token_hash, origin_jti, issued_at) values (?, ?, ?)")
                .params(Secrets.digest(refreshToken), session.originJti(), Database.timestamp(clock.instant()))
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
        return jdbc.sql("""
                        select s.* from cognito.session s join cognito.refresh_token t using (origin_jti)
                        where t.token_hash = ?
                        """)
                .param(Secrets.digest(refreshToken))
                .query(Sessions::read)
                .optional();
    }

    /** The same; another exchange of this token waits until the transaction ends. */
    Optional<Presented> findForExchange(String refreshToken) {
        return jdbc.sql("""
                        select s.*, t.replaced_at from cognito.session s join cognito.refresh_token t using (origin_jti)
                        where t.token_hash = ? for update of t
                        """)
                .param(Secrets.digest(refreshToken))
                .query((row, number) -> new Presented(read(row, number), Database.optionalInstant(row, "replaced_at")))
                .optional();
    }

    /** Notes that a refresh token was exchanged for the first time. */
    void replace(String refreshToken) {
        jdbc.sql("update cognito.refresh_token set replaced_at = ? where token_hash = ?")
                .params(Database.timestamp(clock.instant()), Secrets.digest(refreshToken))
                .update();
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

    /**
     * A refresh token that a client sends.
     *
     * @param session which it belongs to
     * @param replacedAt when it was exchanged first, if it was
     */
    record Presented(SignInSession session, @Nullable Instant replacedAt) {}
}
