package dev.medley.identity.auth;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Asks for new tokens.
 *
 * @param refreshToken as the sign-in returned it
 */
public record RefreshRequest(
        @NotBlank(message = "Refresh token is required") @Size(max = 8192)
        String refreshToken) {

    /** Leaves the secrets out, so that none gets into a log. */
    @Override
    public String toString() {
        return "RefreshRequest[]";
    }
}
