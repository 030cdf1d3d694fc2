package dev.medley.identity.user;

import dev.medley.identity.profile.FreeObject;
import dev.medley.identity.profile.PersonName;
import dev.medley.identity.query.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Invites a user.
 *
 * @param email gets a temporary password
 * @param firstName up to 100 characters
 * @param lastName up to 100 characters
 * @param profile what clients keep about the user, up to 8192 bytes of JSON
 */
public record InviteUserRequest(
        @NotBlank @Email @Size(max = 254) @Schema(example = "anna@example.com")
        String email,

        @Size(min = 1, max = 100) @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE) @Nullable
        String firstName,

        @Size(min = 1, max = 100) @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE) @Nullable
        String lastName,

        @FreeObject @Nullable Map<String, Object> profile) {

    Invitation toInvitation() {
        return new Invitation(email, new PersonName(firstName, lastName), profile == null ? Map.of() : profile);
    }
}
