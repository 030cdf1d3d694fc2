package dev.medley.identity.challenge;

import dev.medley.identity.crypto.ServiceSecret;
import dev.medley.secrets.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Makes login codes and knows them again by a keyed hash over user, code and expiry. */
@Component
class CodeMint {

    private static final int DECIMAL = 10;
    private static final int UNGUESSABLE_BYTES = 32;

    private final KeyedHash hash;
    private final LoginCodeProperties properties;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    CodeMint(ServiceSecret secret, LoginCodeProperties properties, InstantSource clock) {
        this.hash = secret.hashFor("login-codes");
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A new code.
     *
     * @param digits for the mail
     * @param stored for the pool
     */
    record Minted(String digits, StoredCode stored) {

        /** Leaves the code out. */
        @Override
        public String toString() {
            return "Minted[until " + stored.expiresAt() + "]";
        }
    }

    /** A code for a user. */
    Minted mint(String userName) {
        StringBuilder digits = new StringBuilder();
        for (int digit = 0; digit < properties.digits(); digit++) {
            digits.append(random.nextInt(DECIMAL));
        }
        return minted(userName, digits.toString());
    }

    /** What looks and takes like a code but is none that anybody could guess: for whoever may not sign in. */
    Minted mintBlank(String userName) {
        byte[] unguessable = new byte[UNGUESSABLE_BYTES];
        random.nextBytes(unguessable);
        return minted(userName, HexFormat.of().formatHex(unguessable));
    }

    private Minted minted(String userName, String code) {
        Instant expiresAt = clock.instant().plus(properties.lifetime()).truncatedTo(ChronoUnit.SECONDS);
        return new Minted(code, new StoredCode(expiresAt, hashOf(userName, code, expiresAt)));
    }

    /** Whether an answer is the code, in time. */
    boolean matches(String userName, String answer, StoredCode stored) {
        String expected = hashOf(userName, answer.strip(), stored.expiresAt());
        boolean same = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), stored.hash().getBytes(StandardCharsets.UTF_8));
        return same && clock.instant().isBefore(stored.expiresAt());
    }

    private String hashOf(String userName, String code, Instant expiresAt) {
        return HexFormat.of().formatHex(hash.of(userName + '\n' + code + '\n' + expiresAt.getEpochSecond()));
    }
}
