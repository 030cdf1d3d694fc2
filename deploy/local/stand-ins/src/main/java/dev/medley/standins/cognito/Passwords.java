package dev.medley.standins.cognito;

import java.math.BigInteger;
import java.util.UUID;

/** Prepares passwords to be stored, and recognises them. */
final class Passwords {

    private final UserPool pool;
    private final SlowHash slowHash;
    private final Secrets secrets;

    Passwords(UserPool pool, SlowHash slowHash, Secrets secrets) {
        this.pool = pool;
        this.slowHash = slowHash;
        this.secrets = secrets;
    }

    boolean matches(String password, User user) {
        return slowHash.matches(password, user.password().hash());
    }

    /**
     * Prepares a password that satisfies the policy.
     *
     * @param username of its owner, part of the SRP verifier
     */
    StoredPassword prepare(UUID username, String password) {
        BigInteger salt = secrets.number(16);
        BigInteger verifier = Srp.verifier(pool.shortId(), username.toString(), password, salt);
        return new StoredPassword(
                slowHash.hash(password), new StoredPassword.SrpVerifier(Srp.hex(salt), Srp.hex(verifier)));
    }
}
