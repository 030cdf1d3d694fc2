package dev.medley.identity.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The one secret of this service, the same in every instance. Each purpose gets a key of its own, derived from it.
 *
 * @param secret Base64 of at least 32 random bytes
 */
@ConfigurationProperties("medley.identity")
public record ServiceSecret(String secret) {

    private static final int LEAST_BYTES = 32;

    /** Refuses what is no secret. */
    public ServiceSecret {
        if (secret == null || Base64.getDecoder().decode(secret).length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "medley.identity.secret must be Base64 of at least %d random bytes".formatted(LEAST_BYTES));
        }
    }

    /** A keyed hash for a purpose. */
    public KeyedHash hashFor(String purpose) {
        return new KeyedHash(derived(purpose));
    }

    /** A key of 256 bits to encrypt with for a purpose. */
    public SecretKey encryptionKeyFor(String purpose) {
        return new SecretKeySpec(derived(purpose), "AES");
    }

    private byte[] derived(String purpose) {
        return new KeyedHash(Base64.getDecoder().decode(secret)).of(purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** Leaves the secret out, as configuration ends up in logs. */
    @Override
    public String toString() {
        return "ServiceSecret[]";
    }
}
