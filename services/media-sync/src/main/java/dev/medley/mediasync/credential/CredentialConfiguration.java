package dev.medley.mediasync.credential;

import dev.medley.secrets.SecretKeys;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CredentialProperties.class)
class CredentialConfiguration {

    @Bean
    CredentialVault credentialVault(
            CredentialProperties properties,
            JdbcClient jdbc,
            JsonMapper json,
            InstantSource clock,
            ObjectProvider<SecretsManagerClient> secretsManager) {
        return switch (properties.vault()) {
            case DATABASE ->
                new DatabaseVault(
                        jdbc,
                        SecretKeys.of("medley.media-sync.credentials.secret", properties.secret())
                                .sealerFor("credentials"),
                        json,
                        clock);
            case SECRETS_MANAGER ->
                new SecretsManagerVault(secretsManager.getObject(), properties.secretPrefix(), json);
        };
    }
}
