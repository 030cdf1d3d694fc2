package dev.medley.identity.auth;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Names an account.
 *
 * @param email its address
 */
public record EmailRequest(
        @NotBlank(message = "Email is required") @Email @Size(max = 254) @Schema(example = "anna@example.com")
        String email) {}
