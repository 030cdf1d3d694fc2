package dev.medley.identity.auth;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Sets a new password.
 *
 * @param email the account's address
 * @param code the mailed code
 * @param newPassword also read as {@code new_password}
 */
public record ConfirmForgotPasswordRequest(
        @NotBlank(message = "Email, code, and new password are required")
        @Email
        @Size(max = 254)
        @Schema(example = "anna@example.com")
        String email,

        @NotBlank(message = "Email, code, and new password are required") @Size(max = 20) @Schema(example = "123456")
        String code,

        @NotBlank(message = "Email, code, and new password are required")
        @Size(max = 99)
        @Schema(format = "password")
        @JsonAlias("new_password")
        String newPassword) {

    /** Leaves the secrets out, so that none gets into a log. */
    @Override
    public String toString() {
        return "ConfirmForgotPasswordRequest[of " + email + "]";
    }
}
