package dev.medley.identity.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's own profile.
 *
 * @param id Cognito {@code sub}
 * @param email the confirmed address
 * @param firstName if given
 * @param lastName if given
 * @param createdAt when the user was confirmed
 * @param updatedAt when the profile last changed
 */
public record ProfileResponse(
        String id,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        Instant createdAt,
        Instant updatedAt) {

    static ProfileResponse from(Profile profile) {
        return new ProfileResponse(
                profile.userId(),
                profile.email(),
                profile.firstName(),
                profile.lastName(),
                profile.createdAt(),
                profile.updatedAt());
    }
}
