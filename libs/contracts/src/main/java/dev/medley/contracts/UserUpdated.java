package dev.medley.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A profile changed. Published by identity, with the profile as it is now.
 *
 * @param userId Cognito {@code sub}
 * @param email the confirmed address
 * @param firstName if given
 * @param lastName if given
 * @param updatedAt when it changed
 */
@EventType("user.updated")
public record UserUpdated(
        String userId,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        Instant updatedAt) {}
