package dev.medley.contracts;

import java.time.Instant;

/**
 * A user proved to own their e-mail address and can sign in from now on. Published by identity, once per user.
 *
 * @param userId Cognito {@code sub}
 * @param email the confirmed address
 * @param confirmedAt when the code was accepted
 */
@EventType("user.confirmed")
public record UserConfirmed(String userId, String email, Instant confirmedAt) {}
