package dev.medley.identity.auth;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a sign-in asked for: with {@code answer} or with {@code newPassword}.
 *
 * @param email the account's address
 * @param session of the question
 * @param answer the mailed code
 * @param newPassword in place of the one that came with an invitation
 */
public record ChallengeAnswerRequest(
        @NotBlank(message = "Email, session and answer are required")
        @Email
        @Size(max = 254)
        @Schema(example = "anna@example.com")
        String email,

        @NotBlank(message = "Email, session and answer are required") @Size(max = 8192)
        String session,

        @Size(min = 1, max = 20) @Schema(example = "123456") @Nullable
        String answer,

        @Size(min = 1, max = 99) @Schema(format = "password") @Nullable
        String newPassword) {

    /** Leaves everything secret out. */
    @Override
    public String toString() {
        return "ChallengeAnswerRequest[]";
    }
}
