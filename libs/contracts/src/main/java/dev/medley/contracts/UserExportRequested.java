package dev.medley.contracts;

import java.time.Instant;

/**
 * A user asked for a copy of everything the platform holds about them: each service stores its part and answers with
 * {@link UserExportCollected}. Published by identity.
 *
 * @param exportId what the answer names
 * @param userId Cognito {@code sub}
 * @param requestedAt when the user asked
 */
@EventType("user.export-requested")
public record UserExportRequested(String exportId, String userId, Instant requestedAt) {}
