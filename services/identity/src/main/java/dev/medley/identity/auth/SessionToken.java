package dev.medley.identity.auth;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;

/**
 * The refresh token that clients hold: the user's {@code sub} and Cognito's token. A client with a secret has to prove
 * itself with the user's {@code sub} when it refreshes, and the clients of old send nothing but the token.
 *
 * @param sub the session's user
 * @param refreshToken Cognito's
 */
record SessionToken(String sub, String refreshToken) {

    private static final char SEPARATOR = '.';

    static SessionToken parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        if (separator < 1) {
            throw ProblemException.of(ProblemCode.SESSION_EXPIRED, "Invalid refresh token");
        }
        return new SessionToken(text.substring(0, separator), text.substring(separator + 1));
    }

    String format() {
        return sub + SEPARATOR + refreshToken;
    }

    @Override
    public String toString() {
        return "SessionToken[of " + sub + "]";
    }
}
