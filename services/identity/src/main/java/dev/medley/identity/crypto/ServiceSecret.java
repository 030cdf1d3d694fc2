package dev.medley.identity.crypto;

import dev.medley.secrets.KeyedHash;
import dev.medley.secrets.Sealer;
import dev.medley.secrets.SecretKeys;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The one secret of this service, the same in every instance. Each purpose gets a key of its own, derived from it.
 *
 * @param secret Base64 of at least 32 random bytes
 */
@ConfigurationProperties("medley.identity")
public record ServiceSecret(String secret) {

    /** Refuses what is no secret. */
    public ServiceSecret {
        SecretKeys.of("medley.identity.secret", secret);
    }

    /** A keyed hash for a purpose. */
    public KeyedHash hashFor(String purpose) {
        return keys().hashFor(purpose);
    }

    /** Encryption for a purpose. */
    public Sealer sealerFor(String purpose) {
        return keys().sealerFor(purpose);
    }

    private SecretKeys keys() {
        return SecretKeys.of("medley.identity.secret", secret);
    }

    /** Leaves the secret out, as configuration ends up in logs. */
    @Override
    public String toString() {
        return "ServiceSecret[]";
    }
}
