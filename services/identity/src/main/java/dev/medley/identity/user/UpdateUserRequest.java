package dev.medley.identity.user;

import dev.medley.identity.profile.EmailAddress;
import dev.medley.identity.profile.FreeObject;
import dev.medley.identity.profile.PreferencesChange;
import dev.medley.identity.profile.ProfileChange;
import dev.medley.identity.profile.SubscriptionStatus;
import dev.medley.identity.query.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a user; what is absent stays.
 *
 * @param email new address, taken as proved
 * @param firstName up to 100 characters
 * @param lastName up to 100 characters
 * @param subscriptionStatus whether the user gets mails
 * @param preferences which ones
 * @param profile what clients keep about the user, up to 8192 bytes of JSON; replaces the whole object
 */
public record UpdateUserRequest(
        @Email @Size(min = 3, max = 254) @Schema(example = "anna@example.com") @Nullable
        String email,

        @Size(min = 1, max = 100) @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE) @Nullable
        String firstName,

        @Size(min = 1, max = 100) @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE) @Nullable
        String lastName,

        @Nullable SubscriptionStatus subscriptionStatus,
        @Nullable PreferencesChange preferences,
        @FreeObject @Nullable Map<String, Object> profile) {

    ProfileChange toChange() {
        return new ProfileChange(
                firstName,
                lastName,
                null,
                email == null ? null : EmailAddress.normalized(email),
                subscriptionStatus,
                preferences,
                profile);
    }
}
