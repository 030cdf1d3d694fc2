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

    /**
     * Opens a challenge and gives its session string.
     *
     * @param username of a user, or made up
     * @param state JSON that comes back with the answer
     */
    String open(UUID username, AppClient client, String name, String state) {
        String session = secrets.block();
        jdbc.sql("""
                        insert into cognito.auth_challenge (session_hash, username, client_id, name, expires_at, state)
                        values (?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .params(
                        Secrets.digest(session),
                        username,
                        client.id(),
                        name,
                        Database.timestamp(clock.instant().plus(LIFETIME)),
                        state)
                .update();
        return session;
    }

    /** Closes a challenge and tells whose it was. */
    Asked close(String session, AppClient client, String name) {
        Challenge challenge = jdbc.sql("""
                        delete from cognito.auth_challenge where session_hash = ? and client_id = ? and name = ?
                        returning username, expires_at, state
                        """)
                .params(Secrets.digest(session), client.id(), name)
                .query((row, _) -> new Challenge(
                        new Asked(row.getObject("username", UUID.class), row.getString("state")),
                        Database.instant(row, "expires_at")))
                .optional()
                .orElseThrow(() ->
                        CognitoError.notAuthorized("Invalid session for the user, session can only be used once."));
        if (!clock.instant().isBefore(challenge.expiresAt())) {
            throw CognitoError.notAuthorized("Invalid session for the user, session is expired.");
        }
        return challenge.asked();
    }

    /**
     * A challenge that was closed.
     *
     * @param username who was asked
     * @param state as it was given
     */
    record Asked(UUID username, String state) {}

    private record Challenge(Asked asked, Instant expiresAt) {}
}
