package dev.medley.accounts.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;

class RevokedSessionsIT {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00.500Z");

    /** Its shutdown hook ends it. */
    private static final EmbeddedPostgres POSTGRES = start();

    private final String user = UUID.randomUUID().toString();
    private final JdbcClient jdbc = JdbcClient.create(POSTGRES.getPostgresDatabase());
    private final RevokedSessions sessions = new RevokedSessions(jdbc, () -> NOON);

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("classpath:db/library/accounts")
                    .load()
                    .migrate();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void refusesWhatWasIssuedBeforeOrInTheSecondOfTheRevocation() {
        sessions.revoke(user, NOON);

        assertThat(sessions.isRevoked(user, Instant.parse("2026-11-02T11:59:59Z")))
                .isTrue();
        assertThat(sessions.isRevoked(user, Instant.parse("2026-11-02T12:00:00Z")))
                .isTrue();
        assertThat(sessions.isRevoked(user, Instant.parse("2026-11-02T12:00:01Z")))
                .isFalse();
        assertThat(sessions.isRevoked("somebody else", Instant.EPOCH)).isFalse();
    }

    @Test
    void anOlderRevocationThatArrivesLateChangesNothing() {
        sessions.revoke(user, NOON);
        sessions.revoke(user, NOON.minusSeconds(60));

        assertThat(sessions.isRevoked(user, NOON.minusSeconds(1))).isTrue();
    }

    @Test
    void forgetsWhatNoLivingTokenCanNeed() {
        sessions.revoke(user, NOON.minusSeconds(3601));
        String other = UUID.randomUUID().toString();
        sessions.revoke(other, NOON.minusSeconds(3599));

        sessions.purge();

        assertThat(sessions.isRevoked(user, Instant.EPOCH)).isFalse();
        assertThat(sessions.isRevoked(other, Instant.EPOCH)).isTrue();
    }

    @Test
    void namesNobodyInTheDatabase() {
        sessions.revoke(user, NOON);

        assertThat(jdbc.sql("SELECT count(*) FROM revoked_session WHERE user_key LIKE '%' || ? || '%'")
                        .param(user)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aTokenThatDoesNotSayWhenItWasIssuedCountsAsOld() {
        sessions.revoke(user, NOON);
        Jwt token =
                Jwt.withTokenValue("token").header("alg", "RS256").subject(user).build();

        assertThat(new RevocationRule(sessions).validate(token).hasErrors()).isTrue();
    }
}
