package dev.medley.identity.alias;

import dev.medley.identity.profile.EmailAddress;
import dev.medley.identity.profile.FreeObject;
import dev.medley.identity.profile.PersonName;
import dev.medley.identity.profile.ProfileChange;
import dev.medley.identity.query.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes a user.
 *
 * @param userId whom
 * @param userData what
 */
public record UpdateUserRequest(
        @NotBlank @Size(max = 64) @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String userId,

        @NotNull @Valid UserData userData) {

    /**
     * Changes; what is absent stays.
     *
     * @param name first and last name in one
     * @param email new address, taken as proved
     * @param profile what clients keep about the user, up to 8192 bytes of JSON; replaces the whole object
     */
    public record UserData(
            @Size(min = 1, max = 100)
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            @Schema(example = "Anna Berg")
            @Nullable
            String name,

            @Email @Size(min = 3, max = 254) @Schema(example = "anna@example.com") @Nullable
            String email,

            @FreeObject @Nullable Map<String, Object> profile) {

        ProfileChange toChange() {
            return new ProfileChange(
                    null,
                    null,
                    name == null ? null : PersonName.parse(name),
                    email == null ? null : EmailAddress.normalized(email),
                    null,
                    null,
                    profile);
        }
    }
}
