package dev.medley.standins.cognito;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * bcrypt for what people type: passwords and six-digit codes. bcrypt reads 72 bytes at most while a password may have 99
 * characters, so it is given the SHA-256 of the text, in Base64 because bcrypt also stops at a zero byte.
 */
final class SlowHash {

    /** Spring Security's default: some 60 ms. */
    static final int STRENGTH = 10;

    private final BCryptPasswordEncoder bcrypt;
    private final String decoy;

    /**
     * Makes hashes.
     *
     * @param strength bcrypt's logarithm of the rounds; a test may want fewer
     */
    SlowHash(int strength) {
        bcrypt = new BCryptPasswordEncoder(strength);
        decoy = hash("nobody's password");
    }

    String hash(String text) {
        return bcrypt.encode(condense(text));
    }

    /** Without a hash (an unknown user) it works as long as with one, and says no. */
    boolean matches(String text, @Nullable String hash) {
        boolean matches = bcrypt.matches(condense(text), hash == null ? decoy : hash);
        return hash != null && matches;
    }

    private static String condense(String text) {
        return Base64.getEncoder().encodeToString(Secrets.sha256(text));
    }
}
