package dev.medley.identity.cognito;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The user pool and this service's confidential client of it.
 *
 * @param userPoolId for example {@code eu-central-1_a1B2c3D4e}
 * @param clientId of the client with a secret
 * @param clientSecret its secret
 * @param endpoint in place of the region's own
 */
@ConfigurationProperties("medley.cognito")
public record CognitoProperties(
        String userPoolId,
        String clientId,
        String clientSecret,
        @Nullable URI endpoint) {

    /** Leaves the secret out, as configuration ends up in logs. */
    @Override
    public String toString() {
        return "CognitoProperties[" + userPoolId + ", client " + clientId + "]";
    }
}
