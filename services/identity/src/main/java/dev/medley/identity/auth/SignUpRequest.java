package dev.medley.identity.auth;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Registers an address, or confirms it when {@code code} is there.
 *
 * @param email the address
 * @param password needed without a code
 * @param code the mailed code
 */
public record SignUpRequest(
        @NotBlank(message = "Email and password are required")
        @Email
        @Size(max = 254)
        @Schema(example = "anna@example.com")
        String email,

        @Size(max = 99) @Schema(format = "password") @Nullable
        String password,

        @Size(max = 20) @Schema(example = "123456") @Nullable
        String code) {

    /** Leaves the secrets out, so that none gets into a log. */
    @Override
    public String toString() {
        return "SignUpRequest[of " + email + "]";
    }
}
