package dev.medley.mediasync.credential;

import dev.medley.mediasync.provider.Credential;
import dev.medley.secrets.Sealer;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Credentials sealed in the database, each for its provider. */
final class DatabaseVault implements CredentialVault {

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final JsonMapper json;
    private final InstantSource clock;

    DatabaseVault(JdbcClient jdbc, Sealer sealer, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<Credential> read(String provider) {
        return jdbc.sql("SELECT sealed FROM credential_vault WHERE provider = :provider")
                .param("provider", provider)
                .query((row, _) -> row.getBytes("sealed"))
                .optional()
                .map(bytes -> json.readValue(sealer.open(bytes, provider), Credential.class));
    }

    @Override
    public void write(String provider, Credential credential) {
        byte[] text = json.writerFor(Credential.class).writeValueAsBytes(credential);
        jdbc.sql("""
                        INSERT INTO credential_vault (provider, sealed, updated_at) VALUES (:provider, :sealed, :now)
                        ON CONFLICT (provider) DO UPDATE SET sealed = excluded.sealed, updated_at = excluded.updated_at
                        """)
                .param("provider", provider)
                .param("sealed", sealer.seal(text, provider))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
