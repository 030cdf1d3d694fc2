package dev.medley.identity.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.medley.identity.cognito.Tokens;

/**
 * A new session, in the spellings of both kinds of existing clients.
 *
 * @param message for people
 * @param accessToken for the platform's APIs
 * @param idToken for the client itself
 * @param refreshToken for {@code POST /auth/refresh}
 * @param email the account's address
 * @param expiresIn seconds until the access token ends
 * @param tokens the same tokens once more
 */
public record SignInResponse(
        String message,
        @JsonProperty("AccessToken") String accessToken,
        @JsonProperty("IdToken") String idToken,
        @JsonProperty("RefreshToken") String refreshToken,
        String email,
        int expiresIn,
        TokenTriple tokens)
        implements SignInAnswer {

    static SignInResponse from(Tokens tokens, String refreshToken, String email) {
        return new SignInResponse(
                "Sign in successful",
                tokens.accessToken(),
                tokens.idToken(),
                refreshToken,
                email,
                tokens.expiresIn(),
                new TokenTriple(tokens.accessToken(), refreshToken, tokens.idToken()));
    }

    /** Leaves the tokens out, so that none gets into a log. */
    @Override
    public String toString() {
        return "SignInResponse[for " + expiresIn + " s]";
    }

    /**
     * The tokens.
     *
     * @param accessToken for the platform's APIs
     * @param refreshToken for {@code POST /auth/refresh}
     * @param idToken for the client itself
     */
    public record TokenTriple(String accessToken, String refreshToken, String idToken) {

        /** As above. */
        @Override
        public String toString() {
            return "TokenTriple[]";
        }
    }
}
