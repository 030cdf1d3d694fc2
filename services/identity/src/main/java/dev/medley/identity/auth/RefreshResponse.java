package dev.medley.identity.auth;

/**
 * New tokens of a session that goes on.
 *
 * @param accessToken for the platform's APIs
 * @param idToken for the client itself
 * @param expiresIn seconds until the access token ends
 */
public record RefreshResponse(String accessToken, String idToken, int expiresIn) {

    /** Leaves the secrets out, so that none gets into a log. */
    @Override
    public String toString() {
        return "RefreshResponse[for " + expiresIn + " s]";
    }
}
