package dev.medley.identity.cognito;

import org.jspecify.annotations.Nullable;

/**
 * What a sign-in or refresh yields.
 *
 * @param accessToken for the platform's APIs
 * @param idToken for the client itself
 * @param refreshToken Cognito's; absent from a refresh
 * @param expiresIn seconds until the access token ends
 */
public record Tokens(
        String accessToken, String idToken, @Nullable String refreshToken, int expiresIn) {

    /** Leaves the tokens out, so that none gets into a log. */
    @Override
    public String toString() {
        return "Tokens[for " + expiresIn + " s]";
    }
}
