package dev.medley.standins.cognito;

import org.jspecify.annotations.Nullable;

/**
 * What the pool knows of a password.
 *
 * @param hash see {@link SlowHash}
 * @param srp what a sign-in by SRP needs; null for a password from before there was SRP
 */
record StoredPassword(String hash, @Nullable SrpVerifier srp) {

    /**
     * A verifier in hexadecimal. It can be guessed at far faster than the hash; SRP cannot do without.
     *
     * @param salt of this password
     * @param verifier of {@link Srp#verifier}
     */
    record SrpVerifier(String salt, String verifier) {}
}
