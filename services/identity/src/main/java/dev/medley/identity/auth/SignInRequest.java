package dev.medley.identity.auth;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Signs in.
 *
 * @param email the address
 * @param password the password
 */
public record SignInRequest(
        @NotBlank(message = "Email and password are required")
        @Email
        @Size(max = 254)
        @Schema(example = "anna@example.com")
        String email,

        @NotBlank(message = "Email and password are required") @Size(max = 99) @Schema(format = "password")
        String password) {

    /** Leaves the secrets out, so that none gets into a log. */
    @Override
    public String toString() {
        return "SignInRequest[of " + email + "]";
    }
}
