package dev.medley.standins.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

/** What becomes of data over time. */
@ExtendWith(PoolExtension.class)
class KeptDataIT {

    @Test
    void aPoolOfTheFirstVersionGoesOn(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("cognito")
                .locations("classpath:db/cognito")
                .target("002")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("""
                        insert into cognito.user_pool values ('eu-central-1_Abc123xyz', 'medley', now());
                        insert into cognito.app_client values ('server1', 'eu-central-1_Abc123xyz', 'server', 's', now());
                        insert into cognito.app_client values ('public1', 'eu-central-1_Abc123xyz', 'public', null, now());
                        insert into cognito.app_user
                            (username, email, email_verified, attributes, password_hash, status, created_at, updated_at)
                        values ('00000000-0000-4000-8000-000000000001', 'old@example.com', true, '{}', :hash, 'CONFIRMED',
                            now(), now());
                        insert into cognito.session values ('00000000-0000-4000-8000-000000000002',
                            '00000000-0000-4000-8000-000000000001', 'public1', :token, now(), now() + interval '1 day');
                        """)
                .param("hash", new SlowHash(SlowHash.STRENGTH).hash(PoolFixture.PASSWORD))
                .param("token", Secrets.digest("kept"))
                .update();

        try (PoolFixture pool = PoolFixture.on(database)) {
            assertThat(pool.standIn().publicClientId()).isEqualTo("public1");
            assertThat(pool.standIn().rotatingClientId()).isNotEmpty();
            assertThat(pool.signIn("old@example.com")).isNotNull();
            assertThat(pool.refresh("kept").accessToken()).isNotEmpty();
        }
    }

    @Test
    void whatIsLongOverIsThrownAway(DataSource database) {
        try (PoolFixture pool = PoolFixture.on(database)) {
            String email = pool.confirmedUser();
            pool.signIn(email);
            pool.client()
                    .initiateAuth(request -> request.clientId(pool.standIn().publicClientId())
                            .authFlow(AuthFlowType.USER_SRP_AUTH)
                            .authParameters(Map.of("USERNAME", pool.newEmail(), "SRP_A", "2")));
            pool.client()
                    .forgotPassword(request ->
                            request.clientId(pool.standIn().publicClientId()).username(email));
            assertThatExceptionOfType(NotAuthorizedException.class)
                    .isThrownBy(() -> pool.initiate(email, "Wrong-Horse-7"));
            assertThat(expirable(database)).isGreaterThanOrEqualTo(6);

            pool.clock().advance(Duration.ofDays(30).plus(Purge.KEPT).plusSeconds(1));
            pool.client().listUserPools(request -> request.maxResults(1));

            assertThat(expirable(database)).isZero();
        }
    }

    private static long expirable(DataSource database) {
        return JdbcClient.create(database).sql("""
                        select (select count(*) from cognito.session)
                            + (select count(*) from cognito.refresh_token)
                            + (select count(*) from cognito.verification_code)
                            + (select count(*) from cognito.auth_challenge)
                            + (select count(*) from cognito.request_count)
                            + (select count(*) from cognito.sign_in_failure)
                        """).query(Long.class).single();
    }
}
