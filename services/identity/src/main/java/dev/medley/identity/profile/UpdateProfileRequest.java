package dev.medley.identity.profile;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a profile; what is absent stays.
 *
 * @param firstName up to 100 characters
 * @param lastName up to 100 characters
 */
public record UpdateProfileRequest(
        @Size(min = 1, max = 100) @Nullable String firstName,
        @Size(min = 1, max = 100) @Nullable String lastName) {}
