package dev.medley.mediasync.run;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each provider's library has been listed. */
@Component
class Positions {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Positions(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<String> find(String provider) {
        return jdbc.sql("SELECT position FROM sync_position WHERE provider = :provider")
                .param("provider", provider)
                .query(String.class)
                .optional();
    }

    void set(String provider, String position) {
        jdbc.sql("""
                        INSERT INTO sync_position (provider, position, updated_at) VALUES (:provider, :position, :now)
                        ON CONFLICT (provider) DO UPDATE
                        SET position = excluded.position, updated_at = excluded.updated_at
                        """)
                .param("provider", provider)
                .param("position", position)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
