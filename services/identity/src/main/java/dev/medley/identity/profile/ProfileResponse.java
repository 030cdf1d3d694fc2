package dev.medley.identity.profile;

import dev.medley.identity.picture.PictureResponse;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user's profile.
 *
 * @param id Cognito {@code sub}
 * @param email the address
 * @param firstName if given
 * @param lastName if given
 * @param status whether the user can sign in
 * @param subscriptionStatus whether the user gets mails
 * @param preferences which mails the user wants
 * @param profile what clients keep about the user
 * @param picture if the user has one
 * @param createdAt when the user was confirmed or invited
 * @param updatedAt when the profile last changed
 * @param lastLoginAt when the user last signed in
 */
public record ProfileResponse(
        String id,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        UserStatus status,
        SubscriptionStatus subscriptionStatus,
        Preferences preferences,
        Map<String, Object> profile,
        @Nullable PictureResponse picture,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastLoginAt) {

    static ProfileResponse of(Profile profile, @Nullable PictureResponse picture) {
        return new ProfileResponse(
                profile.userId(),
                profile.email(),
                profile.firstName(),
                profile.lastName(),
                profile.status(),
                profile.subscriptionStatus(),
                profile.preferences(),
                profile.details(),
                picture,
                profile.createdAt(),
                profile.updatedAt(),
                profile.lastLoginAt());
    }
}
