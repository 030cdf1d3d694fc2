package dev.medley.identity.cognito;

/** Where a sign-in stands: it has its tokens, or the pool asks for something more. */
public sealed interface SignInStep permits Tokens, PoolChallenge {}
