package dev.medley.standins.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PoolExtension.class)
class RestartIT {

    @Test
    void everythingIsFoundAgain(DataSource database) throws Exception {
        String email;
        String refreshToken;
        List<String> ids;
        JWKSet keys;
        try (PoolFixture first = PoolFixture.on(database)) {
            email = first.confirmedUser();
            refreshToken = first.signIn(email).refreshToken();
            ids = ids(first.standIn());
            keys = keys(first.standIn());
        }

        try (PoolFixture second = PoolFixture.on(database)) {
            assertThat(ids(second.standIn())).isEqualTo(ids);
            assertThat(keys(second.standIn())).isEqualTo(keys);
            assertThat(second.signIn(email)).isNotNull();
            assertThat(second.refresh(refreshToken).accessToken()).isNotEmpty();
        }
    }

    @Test
    void accessTokensOutliveARestartOnTheSamePort(DataSource database) {
        String accessToken;
        int port;
        try (PoolFixture first = PoolFixture.on(database)) {
            port = first.standIn().endpoint().getPort();
            accessToken = first.signIn(first.confirmedUser()).accessToken();
        }

        CognitoSettings samePort = CognitoSettings.defaults().withPort(port);
        try (CognitoStandIn second = CognitoStandIn.start(samePort, database, new Mailbox());
                var sdk = PoolFixture.sdk(second.endpoint())) {
            assertThat(sdk.getUser(request -> request.accessToken(accessToken)).username())
                    .isNotEmpty();
        }
    }

    @Test
    void twoInstallationsShareNothing(DataSource one, DataSource other) {
        try (PoolFixture first = PoolFixture.on(one);
                PoolFixture second = PoolFixture.on(other)) {
            assertThat(ids(first.standIn())).doesNotContainAnyElementsOf(ids(second.standIn()));
        }
    }

    private static List<String> ids(CognitoStandIn standIn) {
        return List.of(
                standIn.userPoolId(),
                standIn.clientId(),
                standIn.clientSecret(),
                standIn.publicClientId(),
                standIn.rotatingClientId(),
                standIn.serviceClientId(),
                standIn.serviceClientSecret());
    }

    private static JWKSet keys(CognitoStandIn standIn) throws Exception {
        return JWKSet.load(
                URI.create(standIn.issuer() + "/.well-known/jwks.json").toURL());
    }
}
