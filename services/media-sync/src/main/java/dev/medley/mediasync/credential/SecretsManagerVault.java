package dev.medley.mediasync.credential;

import dev.medley.mediasync.provider.Credential;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import tools.jackson.databind.json.JsonMapper;

/** Credentials in AWS Secrets Manager, a secret for each provider. Its errors pass through. */
final class SecretsManagerVault implements CredentialVault {

    private final SecretsManagerClient client;
    private final String prefix;
    private final JsonMapper json;

    SecretsManagerVault(SecretsManagerClient client, String prefix, JsonMapper json) {
        this.client = client;
        this.prefix = prefix;
        this.json = json;
    }

    @Override
    public Optional<Credential> read(String provider) {
        try {
            String text = client.getSecretValue(request -> request.secretId(prefix + provider))
                    .secretString();
            return Optional.of(json.readValue(text, Credential.class));
        } catch (ResourceNotFoundException _) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String provider, Credential credential) {
        String text = json.writerFor(Credential.class).writeValueAsString(credential);
        try {
            client.putSecretValue(request -> request.secretId(prefix + provider).secretString(text));
        } catch (ResourceNotFoundException _) {
            client.createSecret(request -> request.name(prefix + provider).secretString(text));
        }
    }
}
