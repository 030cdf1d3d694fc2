package dev.medley.contracts;

import java.time.Instant;

/**
 * Access tokens that a user got before are no longer good. Published by identity on sign-out, on a new password, when roles
 * change, and when the account is disabled or deleted.
 *
 * @param userId Cognito {@code sub}
 * @param revokedAt tokens issued at or before this moment are refused
 */
@EventType("user.sessions-revoked")
public record UserSessionsRevoked(String userId, Instant revokedAt) {}
