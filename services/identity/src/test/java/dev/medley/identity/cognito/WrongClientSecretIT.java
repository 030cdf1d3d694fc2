package dev.medley.identity.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.IdentityClient;
import dev.medley.identity.IdentityClient.Answer;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "medley.cognito.client-secret=not-the-clients-secret")
class WrongClientSecretIT {

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry meters;

    @Test
    void theRightPasswordIsNeverCalledWrong(TestPlatform platform) {
        String email = "user-" + UUID.randomUUID() + "@example.com";
        platform.signedInUser(email);
        Map<String, String> credentials = Map.of("email", email, "password", TestPlatform.PASSWORD);
        IdentityClient client = new IdentityClient(port);

        for (String route : new String[] {"/auth/signin", "/auth/signup"}) {
            assertUnavailable(client.post(route, credentials));
        }
        for (String route : new String[] {"/auth/forgot-password", "/auth/resend-code", "/auth/challenge"}) {
            assertUnavailable(client.post(route, Map.of("email", email)));
        }

        assertThat(meters.counter("identity.cognito.misconfigured").count()).isEqualTo(5);
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("identity-provider-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("30");
    }
}
