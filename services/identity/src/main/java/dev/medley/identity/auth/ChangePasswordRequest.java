package dev.medley.identity.auth;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Replaces one's own password.
 *
 * @param currentPassword the one that counts until now
 * @param newPassword the one that counts from now on
 */
public record ChangePasswordRequest(
        @NotBlank(message = "Current and new password are required") @Size(max = 99) @Schema(format = "password")
        String currentPassword,

        @NotBlank(message = "Current and new password are required") @Size(max = 99) @Schema(format = "password")
        String newPassword) {

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "ChangePasswordRequest[]";
    }
}
