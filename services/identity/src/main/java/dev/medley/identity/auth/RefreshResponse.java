package dev.medley.identity.auth;

/**
 * New tokens of a session that goes on.
 *
 * @param accessToken for the platform's APIs
 * @param idToken for the client itself
 * @param expiresIn seconds until the access token ends
 */
public record RefreshResponse(String accessToken, String idToken, int expiresIn) {}
