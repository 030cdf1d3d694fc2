package dev.medley.standins.cognito;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A group of users.
 *
 * @param name unique in the pool
 * @param description for people
 * @param precedence lower counts more; orders {@code cognito:groups}
 * @param roleArn an IAM role for identity pools, kept and shown only
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 */
record Group(
        String name,
        @Nullable String description,
        @Nullable Integer precedence,
        @Nullable String roleArn,
        Instant createdAt,
        Instant updatedAt) {}
