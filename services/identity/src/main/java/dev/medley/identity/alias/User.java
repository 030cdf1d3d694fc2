package dev.medley.identity.alias;

import dev.medley.identity.profile.PersonName;
import dev.medley.identity.profile.Profile;
import dev.medley.identity.profile.UserStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user.
 *
 * @param id Cognito {@code sub}
 * @param name first and last name, if given
 * @param email the address
 * @param createdAt when the user was confirmed or invited
 * @param updatedAt when the profile last changed
 * @param profile what clients keep about the user
 * @param status whether the user can sign in
 */
public record User(
        String id,
        @Nullable String name,
        String email,
        Instant createdAt,
        Instant updatedAt,
        Map<String, Object> profile,
        UserStatus status) {

    static User from(Profile profile) {
        return new User(
                profile.userId(),
                new PersonName(profile.firstName(), profile.lastName())
                        .display()
                        .orElse(null),
                profile.email(),
                profile.createdAt(),
                profile.updatedAt(),
                profile.details(),
                profile.status());
    }
}
