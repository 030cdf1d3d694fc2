package dev.medley.identity.auth;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Confirms an address.
 *
 * @param email the address
 * @param code the mailed code
 */
public record VerifyRequest(
        @NotBlank(message = "Email and code are required") @Email @Size(max = 254) @Schema(example = "anna@example.com")
        String email,

        @NotBlank(message = "Email and code are required") @Size(max = 20) @Schema(example = "123456")
        String code) {

    /** Leaves the secrets out, so that none gets into a log. */
    @Override
    public String toString() {
        return "VerifyRequest[of " + email + "]";
    }
}
