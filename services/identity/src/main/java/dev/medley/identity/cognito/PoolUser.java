package dev.medley.identity.cognito;

/**
 * A user who has proved the address.
 *
 * @param sub never changes and is never given to somebody else
 * @param email the user's address
 */
public record PoolUser(String sub, String email) {}
