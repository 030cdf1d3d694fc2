package dev.medley.standins.cognito;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in, for as long as its refresh token lives.
 *
 * @param originJti the claim that all its tokens share
 * @param username whose
 * @param clientId through which client
 * @param authenticatedAt when the password was given
 * @param expiresAt when the refresh token ends
 * @param revokedAt when it was ended early, if it was
 */
record SignInSession(
        UUID originJti,
        UUID username,
        String clientId,
        Instant authenticatedAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    boolean revoked() {
        return revokedAt != null;
    }
}
