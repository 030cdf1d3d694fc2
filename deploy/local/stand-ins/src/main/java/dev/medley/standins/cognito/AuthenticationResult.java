package dev.medley.standins.cognito;

import org.jspecify.annotations.Nullable;

/**
 * The tokens that a sign-in or a refresh yields.
 *
 * @param accessToken for APIs
 * @param idToken for the application
 * @param refreshToken absent from a refresh
 * @param expiresIn lifetime of the access token in seconds
 * @param tokenType always Bearer
 */
record AuthenticationResult(
        String accessToken, String idToken, @Nullable String refreshToken, long expiresIn, String tokenType) {}
