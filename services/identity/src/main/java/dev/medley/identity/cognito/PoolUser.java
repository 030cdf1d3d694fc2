package dev.medley.identity.cognito;

/**
 * A user as the pool has it.
 *
 * @param sub never changes and is never given to somebody else
 * @param email the user's address
 * @param confirmed whether the address was proved
 */
public record PoolUser(String sub, String email, boolean confirmed) {}
