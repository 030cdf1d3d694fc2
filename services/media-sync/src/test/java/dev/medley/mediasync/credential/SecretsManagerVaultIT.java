package dev.medley.mediasync.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.mediasync.provider.Credential;
import dev.medley.testing.MotoServer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import tools.jackson.databind.json.JsonMapper;

class SecretsManagerVaultIT {

    private static final Instant OBTAINED = Instant.parse("2026-11-01T08:00:00Z");

    @Test
    void keepsWhatWasWrittenLast() throws Exception {
        try (MotoServer moto = MotoServer.startOrSkip();
                SecretsManagerClient client = moto.client(SecretsManagerClient.builder())) {
            CredentialVault vault = new SecretsManagerVault(client, "medley/media-sync/", new JsonMapper());

            assertThat(vault.read("gopro")).isEmpty();

            Credential first = new Credential.OAuth("client", "secret", "refresh-1", null, null);
            vault.write("gopro", first);
            assertThat(vault.read("gopro")).contains(first);

            Credential renewed = new Credential.OAuth("client", "secret", "refresh-2", "access-2", OBTAINED);
            vault.write("gopro", renewed);
            assertThat(vault.read("gopro")).contains(renewed);
            assertThat(vault.read("webdav")).isEmpty();
            assertThat(client.listSecrets().secretList())
                    .singleElement()
                    .satisfies(secret -> assertThat(secret.name()).isEqualTo("medley/media-sync/gopro"));
        }
    }
}
