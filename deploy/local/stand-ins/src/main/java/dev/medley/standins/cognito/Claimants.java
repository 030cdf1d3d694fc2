package dev.medley.standins.cognito;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Finds who claims to be whom. Unknown names get an id like any other, which nobody can compute without the pool's key. */
final class Claimants {

    /** Of a hash's 256 bits; a salt has 128. */
    private static final int SURPLUS_SALT_BITS = 128;

    private final UserPool pool;
    private final Users users;

    Claimants(UserPool pool, Users users) {
        this.pool = pool;
        this.users = users;
    }

    /**
     * Finds a claimant.
     *
     * @param login e-mail address or username
     */
    Claimant find(String login) {
        return users.find(login)
                .map(user -> new Claimant(login, user.username(), user))
                .orElseGet(() -> new Claimant(login, madeUp(login), null));
    }

    /** The claimant that an answer names, who must be the one that was asked. */
    Claimant require(String login, AuthChallenges.Asked asked) {
        Claimant claimant = find(login);
        if (!claimant.username().equals(asked.username())) {
            throw CognitoError.notAuthorized("Invalid session for the user.");
        }
        return claimant;
    }

    /** For whoever has no verifier: a salt that stays the same, and a number that belongs to no known password. */
    StoredPassword.SrpVerifier madeUpVerifier(Claimant claimant) {
        String key = pool.decoyKey().toString();
        BigInteger seed = Srp.number(Secrets.hmac(key, "salt " + claimant.username()));
        BigInteger exponent = Srp.number(Secrets.hmac(key, "verifier " + claimant.username()));
        return new StoredPassword.SrpVerifier(
                Srp.hex(seed.shiftRight(SURPLUS_SALT_BITS)), Srp.hex(BigInteger.TWO.modPow(exponent, Srp.MODULUS)));
    }

    private UUID madeUp(String login) {
        if (Users.isUsername(login)) {
            return UUID.fromString(login);
        }
        ByteBuffer bits = ByteBuffer.wrap(Secrets.hmac(pool.decoyKey().toString(), Users.normalize(login)));
        return randomForm(bits.getLong(), bits.getLong());
    }

    /** Sets version and variant as {@link UUID#randomUUID} does. */
    private static UUID randomForm(long most, long least) {
        return new UUID((most & ~0xF000L) | 0x4000L, (least & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }
}
