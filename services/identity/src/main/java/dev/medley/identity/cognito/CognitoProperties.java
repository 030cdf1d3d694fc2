package dev.medley.identity.cognito;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The user pool and this service's confidential client of it.
 *
 * @param userPoolId for example {@code eu-central-1_a1B2c3D4e}
 * @param clientId of the client with a secret
 * @param clientSecret its secret
 * @param endpoint in place of the region's own
 * @param callLimit the longest that one operation takes, repeats included: someone is waiting at a sign-in form
 * @param attemptLimit the longest that one try of it takes
 */
@ConfigurationProperties("medley.cognito")
public record CognitoProperties(
        String userPoolId,
        String clientId,
        String clientSecret,
        @Nullable URI endpoint,
        @DefaultValue("8s") Duration callLimit,
        @DefaultValue("4s") Duration attemptLimit) {

    /** Leaves the secret out, as configuration ends up in logs. */
    @Override
    public String toString() {
        return "CognitoProperties[" + userPoolId + ", client " + clientId + "]";
    }
}
