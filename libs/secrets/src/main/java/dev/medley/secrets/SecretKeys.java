package dev.medley.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The keys of a service, all derived from its one secret, which is the same in every instance. */
public final class SecretKeys {

    private static final int LEAST_BYTES = 32;

    private final KeyedHash root;

    private SecretKeys(byte[] secret) {
        this.root = new KeyedHash(secret);
    }

    /**
     * The keys of a secret.
     *
     * @param name how operators know the secret, for the error only
     * @param base64 Base64 of at least 32 random bytes
     * @throws IllegalArgumentException when it is no such secret; the message does not quote it
     */
    public static SecretKeys of(String name, @Nullable String base64) {
        try {
            byte[] secret = Base64.getDecoder().decode(base64 == null ? "" : base64);
            if (secret.length >= LEAST_BYTES) {
                return new SecretKeys(secret);
            }
        } catch (IllegalArgumentException _) {
            // The decoder's text may quote the secret.
        }
        throw new IllegalArgumentException(
                "%s must be Base64 of at least %d random bytes".formatted(name, LEAST_BYTES));
    }

    /** A keyed hash for a purpose. */
    public KeyedHash hashFor(String purpose) {
        return new KeyedHash(derived(purpose));
    }

    /** Encryption for a purpose, under a key of 256 bits. */
    public Sealer sealerFor(String purpose) {
        return new Sealer(encryptionKeyFor(purpose));
    }

    private SecretKey encryptionKeyFor(String purpose) {
        return new SecretKeySpec(derived(purpose), "AES");
    }

    private byte[] derived(String purpose) {
        return root.of(purpose.getBytes(StandardCharsets.UTF_8));
    }
}
