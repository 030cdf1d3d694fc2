package dev.medley.identity.auth;

import dev.medley.identity.cognito.Passwords;
import dev.medley.identity.cognito.SignIns;
import dev.medley.identity.session.SessionRevoker;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * Ends all sessions of a user: refresh tokens in the pool, access tokens in every service.
 *
 * <p>Tokens tell their time in whole seconds, so that one issued in the second of the revocation is refused even if it
 * came after. Callers therefore get their answer when that second is over: who signs in again at once is signed in.
 */
@Component
class SessionEnder {

    private final SignIns signIns;
    private final Passwords passwords;
    private final SessionRevoker revoker;
    private final InstantSource clock;

    SessionEnder(SignIns signIns, Passwords passwords, SessionRevoker revoker, InstantSource clock) {
        this.signIns = signIns;
        this.passwords = passwords;
        this.revoker = revoker;
        this.clock = clock;
    }

    /**
     * Ends them because the user says so.
     *
     * @param accessToken of one of them
     */
    void signOut(String sub, String accessToken) {
        signIns.signOut(accessToken);
        revoker.revoke(sub);
        awaitNextSecond();
    }

    /**
     * Ends them after the password changed, which the pool does not do by itself.
     *
     * @throws ProblemException when the pool does not answer: the user has to know that others may still be signed in
     */
    void endAll(String sub) {
        try {
            passwords.endSessions(sub);
        } catch (ProblemException e) {
            throw ProblemException.of(
                            ProblemCode.IDENTITY_PROVIDER_UNAVAILABLE,
                            "The password is changed, but other sessions could not be ended. Sign in and sign out to end them.")
                    .causedBy(e);
        } finally {
            // After the pool: a token that was refreshed until then is refused, too.
            revoker.revoke(sub);
        }
        awaitNextSecond();
    }

    private void awaitNextSecond() {
        Instant now = clock.instant();
        Instant next = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        try {
            Thread.sleep(Duration.between(now, next));
        } catch (InterruptedException _) {
            // The server stops: the answer goes out early.
            Thread.currentThread().interrupt();
        }
    }
}
