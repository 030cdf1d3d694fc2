package dev.medley.identity.cognito;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CognitoProperties.class)
class CognitoConfiguration {

    /** Someone is waiting at a sign-in form: better a quick "try again" than a slow answer. */
    private static final Duration CALL_LIMIT = Duration.ofSeconds(8);

    private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(4);

    @Bean
    CognitoIdentityProviderClient cognito(
            AwsRegionProvider region, AwsCredentialsProvider credentials, CognitoProperties properties) {
        return CognitoIdentityProviderClient.builder()
                .region(region.getRegion())
                .credentialsProvider(credentials)
                .endpointOverride(properties.endpoint())
                .overrideConfiguration(
                        client -> client.apiCallTimeout(CALL_LIMIT).apiCallAttemptTimeout(ATTEMPT_LIMIT))
                .build();
    }
}
