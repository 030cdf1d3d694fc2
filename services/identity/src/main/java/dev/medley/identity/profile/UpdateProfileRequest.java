package dev.medley.identity.profile;

import dev.medley.identity.query.PlainText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Changes to one's own profile; what is absent stays.
 *
 * @param firstName up to 100 characters
 * @param lastName up to 100 characters
 * @param subscriptionStatus whether to get mails
 * @param preferences which ones
 */
public record UpdateProfileRequest(
        @Size(min = 1, max = 100) @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE) @Nullable
        String firstName,

        @Size(min = 1, max = 100) @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE) @Nullable
        String lastName,

        @Nullable SubscriptionStatus subscriptionStatus,
        @Nullable PreferencesChange preferences) {

    ProfileChange toChange() {
        return new ProfileChange(firstName, lastName, null, null, subscriptionStatus, preferences, null);
    }
}
