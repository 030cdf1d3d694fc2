package dev.medley.contracts;

import java.time.Instant;

/**
 * An account is being erased: whoever holds rows or objects of the user erases them and answers with {@link UserErased}.
 * Published by identity.
 *
 * @param userId Cognito {@code sub}
 * @param erasureId what the answer names
 * @param deletedAt when the erasure began
 */
@EventType("user.deleted")
public record UserDeleted(String userId, String erasureId, Instant deletedAt) {}
