package dev.medley.identity.auth;

import dev.medley.identity.cognito.Passwords;
import dev.medley.identity.session.SessionRevoker;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Ends all sessions of a user after the password changed: refresh tokens in the pool, access tokens in every service. */
@Component
class SessionEnder {

    private final Passwords passwords;
    private final SessionRevoker revoker;

    SessionEnder(Passwords passwords, SessionRevoker revoker) {
        this.passwords = passwords;
        this.revoker = revoker;
    }

    /**
     * Ends them.
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
    }
}
