package dev.medley.identity.alias;

import dev.medley.identity.profile.FreeObject;
import dev.medley.identity.profile.PersonName;
import dev.medley.identity.query.PlainText;
import dev.medley.identity.user.Invitation;
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
 * @param name first and last name in one
 * @param email gets a temporary password
 * @param profile what clients keep about the user, up to 8192 bytes of JSON
 */
public record CreateUserRequest(
        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        @Schema(example = "Anna Berg")
        String name,

        @NotBlank @Email @Size(max = 254) @Schema(example = "anna@example.com")
        String email,

        @FreeObject @Nullable Map<String, Object> profile) {

    Invitation toInvitation() {
        return new Invitation(email, PersonName.parse(name), profile == null ? Map.of() : profile);
    }
}
