package dev.medley.identity.cognito;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CognitoProperties.class)
class CognitoConfiguration {

    @Bean
    CognitoIdentityProviderClient cognito(
            AwsRegionProvider region, AwsCredentialsProvider credentials, CognitoProperties properties) {
        return CognitoIdentityProviderClient.builder()
                .region(region.getRegion())
                .credentialsProvider(credentials)
                .endpointOverride(properties.endpoint())
                .overrideConfiguration(client ->
                        client.apiCallTimeout(properties.callLimit()).apiCallAttemptTimeout(properties.attemptLimit()))
                .build();
    }
}
