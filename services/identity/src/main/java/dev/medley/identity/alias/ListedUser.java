package dev.medley.identity.alias;

import dev.medley.identity.profile.Preferences;
import dev.medley.identity.profile.SubscriptionStatus;
import dev.medley.identity.user.UserSummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user in {@link UserList}.
 *
 * @param id Cognito {@code sub}
 * @param email the address
 * @param firstName if given
 * @param lastName if given
 * @param subscriptionStatus whether the user gets mails
 * @param preferences which mails the user wants
 * @param createdAt when the user was confirmed or invited
 * @param lastLoginAt when the user last signed in
 */
public record ListedUser(
        String id,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        SubscriptionStatus subscriptionStatus,
        Preferences preferences,
        Instant createdAt,
        @Nullable Instant lastLoginAt) {

    static ListedUser from(UserSummary user) {
        return new ListedUser(
                user.id(),
                user.email(),
                user.firstName(),
                user.lastName(),
                user.subscriptionStatus(),
                user.preferences(),
                user.createdAt(),
                user.lastLoginAt());
    }
}
