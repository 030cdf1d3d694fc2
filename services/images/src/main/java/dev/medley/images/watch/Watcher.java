package dev.medley.images.watch;

import java.time.Instant;

/**
 * Who watches.
 *
 * @param userId Cognito {@code sub}
 * @param issuedAt of the access token
 * @param expiresAt of the access token
 */
record Watcher(String userId, Instant issuedAt, Instant expiresAt) {}
