package dev.medley.identity.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.IdentityClient;
import dev.medley.identity.IdentityClient.Answer;
import dev.medley.testing.PlatformTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Over the whole way: service, user pool, bridge and back to the service. */
@PlatformTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "medley.identity.sign-up.allowed-domains=open.example, Partner.example",
            "medley.identity.sign-up.confirmed-domains=partner.example"
        })
class DomainRulesIT {

    private static final String PASSWORD = "Correct-Horse-7!";

    @LocalServerPort
    private int port;

    private IdentityClient client;

    @BeforeEach
    void connect() {
        client = new IdentityClient(port);
    }

    @Test
    void otherDomainsAreRefusedInThisServicesOwnWords() {
        Answer answer = signUp("closed.example");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("signup-rejected");
        assertThat(answer.text("detail")).isEqualTo("This sign-up is not accepted.");
    }

    @Test
    void aDomainDoesNotStandForThoseBelowIt() {
        assertThat(signUp("evil.open.example").status()).isEqualTo(422);
        assertThat(signUp("open.example.evil.example").status()).isEqualTo(422);
    }

    @Test
    void anAllowedDomainConfirmsByMail() {
        String email = "user-" + UUID.randomUUID() + "@open.example";

        assertThat(client.post("/auth/signup", Map.of("email", email, "password", PASSWORD))
                        .status())
                .isEqualTo(200);
        assertThat(client.post("/auth/signin", Map.of("email", email, "password", PASSWORD))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aDomainThatIsVouchedForNeedsNoCode() {
        String email = "user-" + UUID.randomUUID() + "@PARTNER.example";

        assertThat(client.post("/auth/signup", Map.of("email", email, "password", PASSWORD))
                        .status())
                .isEqualTo(200);
        assertThat(client.post("/auth/signin", Map.of("email", email, "password", PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    private Answer signUp(String domain) {
        return client.post(
                "/auth/signup", Map.of("email", "user-" + UUID.randomUUID() + "@" + domain, "password", PASSWORD));
    }
}
