package dev.medley.mediasync.credential;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How credentials are kept.
 *
 * @param vault where
 * @param secret Base64 of at least 32 random bytes, from which the database vault derives its key
 * @param secretPrefix stands before the provider in the name of a secret of Secrets Manager
 * @param refreshAfter age at which an access token is renewed
 */
@ConfigurationProperties("medley.media-sync.credentials")
record CredentialProperties(
        @DefaultValue("DATABASE") Vault vault,
        @Nullable String secret,
        @DefaultValue("medley/media-sync/") String secretPrefix,
        @DefaultValue("24h") Duration refreshAfter) {

    /** Where credentials can lie. */
    enum Vault {
        /** Sealed in this service's database. */
        DATABASE,
        /** AWS Secrets Manager. */
        SECRETS_MANAGER
    }

    /** Leaves the secret out, as configuration ends up in logs. */
    @Override
    public String toString() {
        return "CredentialProperties[vault=%s]".formatted(vault);
    }
}
