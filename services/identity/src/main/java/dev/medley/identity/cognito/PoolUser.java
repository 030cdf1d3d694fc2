package dev.medley.identity.cognito;

/**
 * A user whom the pool lets in.
 *
 * @param sub never changes and is never given to somebody else
 * @param email the user's address
 * @param emailVerified whether the address is proved: users can change theirs in the pool without proof
 */
public record PoolUser(String sub, String email, boolean emailVerified) {}
