package dev.medley.standins.cognito;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions that a sign-in left open. Each is known to the client by a session string that works once, for three minutes. */
final class AuthChallenges {

    static final Duration LIFETIME = Duration.ofMinutes(3);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final InstantSource clock;

    AuthChallenges(JdbcClient jdbc, Secrets secrets, InstantSource clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Opens a challenge and gives its session string. */
    String open(User user, AppClient client, String name) {
        String session = secrets.token();
        jdbc.sql("""
                        insert into cognito.auth_challenge (session_hash, username, client_id, name, expires_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        Secrets.digest(session),
                        user.username(),
                        client.id(),
                        name,
                        Database.timestamp(clock.instant().plus(LIFETIME)))
                .update();
        return session;
    }

    /** Closes a challenge and tells whose it was. */
    UUID close(String session, AppClient client, String name) {
        Challenge challenge = jdbc.sql("""
                        delete from cognito.auth_challenge where session_hash = ? and client_id = ? and name = ?
                        returning username, expires_at
                        """)
                .params(Secrets.digest(session), client.id(), name)
                .query((row, _) ->
                        new Challenge(row.getObject("username", UUID.class), Database.instant(row, "expires_at")))
                .optional()
                .orElseThrow(() ->
                        CognitoError.notAuthorized("Invalid session for the user, session can only be used once."));
        if (!clock.instant().isBefore(challenge.expiresAt())) {
            throw CognitoError.notAuthorized("Invalid session for the user, session is expired.");
        }
        return challenge.username();
    }

    private record Challenge(UUID username, Instant expiresAt) {}
}
