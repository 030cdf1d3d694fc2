package dev.medley.identity.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TriggersIT {

    private final JsonMapper json = JsonMapper.shared();
    private final String sub = UUID.randomUUID().toString();
    private final String email = "user-" + sub + "@example.com";

    @LocalServerPort
    private int port;

    @Value("${medley.identity.triggers.secret}")
    private String secret;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    private TriggerClient triggers;

    @BeforeEach
    void connect() {
        triggers = new TriggerClient(port, secret);
    }

    @Test
    void theEventComesBackAsItWasWithItsResponseFilledIn() {
        ObjectNode event = signUp("PreSignUp_SignUp");
        event.put("somethingNew", "kept");
        event.withObject("request").putArray("alsoNew").add(7).addNull();

        JsonNode answer = json.readTree(triggers.send(event).body());

        ObjectNode expected = event.deepCopy();
        expected.withObject("response")
                .put("autoConfirmUser", false)
                .put("autoVerifyEmail", false)
                .put("autoVerifyPhone", false);
        assertThat(answer).isEqualTo(expected);
    }

    @Test
    void whatIsNotSignedNowByTheBridgeIsRefusedAndLogged() {
        String body = signUp("PreSignUp_SignUp").toString();
        long now = Instant.now().getEpochSecond();
        String right = Long.toString(now);
        double countedBefore = meters.counter("identity.triggers.unsigned").count();
        long loggedBefore = refusedCalls();

        assertRefused(triggers.send(body, "", ""));
        assertRefused(triggers.send(body, right, ""));
        assertRefused(triggers.send(body, "", triggers.sign(right, body)));
        assertRefused(triggers.send(body, right, "no hex"));
        assertRefused(triggers.send(body, right, triggers.sign(right, body + " ")));
        assertRefused(triggers.send(body, right, triggers.sign(right, body).substring(2)));
        assertRefused(triggers.send(body, "soon", triggers.sign("soon", body)));
        assertRefused(triggers.send(body, "99999999999999999", triggers.sign("99999999999999999", body)));
        for (long age : new long[] {120, -120}) {
            String timestamp = Long.toString(now - age);
            assertRefused(triggers.send(body, timestamp, triggers.sign(timestamp, body)));
        }
        assertRefused(triggers.send("", right, triggers.sign(right, body)));

        assertThat(meters.counter("identity.triggers.unsigned").count() - countedBefore)
                .isEqualTo(11);
        assertThat(refusedCalls() - loggedBefore).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource({
        "PreTokenGeneration_Authentication, 1",
        "PreSignUp, 1",
        "PreSignUp_Other, 1",
        "PreSignUp_SignUp, 2",
        "PreSignUp_SignUp, ''"
    })
    void whatThisServiceDoesNotKnowIsAFaultOfTheCaller(String source, String version) {
        HttpResponse<String> answer = triggers.send(signUp(source).put("version", version));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("code").asString()).isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "{}", "{\"version\":\"1\",\"triggerSource\":\"PreSignUp_SignUp\"}"})
    void whatIsNoEventIsAFaultOfTheCaller(String body) {
        String now = Long.toString(Instant.now().getEpochSecond());

        assertThat(triggers.send(body, now, triggers.sign(now, body)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void anAddressThatHasAnAccountIsRefusedUnlessAnAdministratorAsks(TestPlatform platform) {
        TestPlatform.TestUser user = platform.signedInUser(email);
        triggers.answer(confirmation(user.sub(), "PostConfirmation_ConfirmSignUp"));

        HttpResponse<String> refused = triggers.send(signUp("PreSignUp_SignUp"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json.readTree(refused.body()).path("error").asString())
                .isEqualTo("An account with this e-mail address exists already");
        assertThat(triggers.send(signUp("PreSignUp_ExternalProvider")).statusCode())
                .isEqualTo(422);
        assertThat(triggers.send(signUp("PreSignUp_AdminCreateUser")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aProfileWhoseUserIsGoneKeepsNobodyFromSigningUp() {
        triggers.answer(confirmation(sub, "PostConfirmation_ConfirmSignUp"));

        assertThat(triggers.send(signUp("PreSignUp_SignUp")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostConfirmation_ConfirmSignUp", "PostConfirmation_ConfirmForgotPassword"})
    void aConfirmationMakesAProfileOnce(String source) {
        ObjectNode event = confirmation(sub, source);

        assertThat(json.readTree(triggers.send(event).body())).isEqualTo(event);
        assertThat(triggers.send(event).statusCode()).isEqualTo(200);

        assertThat(jdbc.sql("SELECT email FROM profile WHERE user_id = ?")
                        .param(sub)
                        .query(String.class)
                        .list())
                .containsExactly(email);
    }

    @Test
    void aConfirmationThatCannotBeStoredIsConfirmedAllTheSame() {
        ObjectNode event = confirmation(sub, "PostConfirmation_ConfirmSignUp");
        // PostgreSQL stores no such character.
        event.withObject("request").withObject("userAttributes").put("email", "a\u0000@example.com");
        double before = meters.counter("identity.confirmations.unregistered").count();

        assertThat(triggers.send(event).statusCode()).isEqualTo(200);
        assertThat(meters.counter("identity.confirmations.unregistered").count() - before)
                .isEqualTo(1);
    }

    @Test
    void theDescriptionForClientsDoesNotMentionIt() throws Exception {
        HttpResponse<String> description = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(description.body()).contains("/auth/challenge").doesNotContain("/internal");
    }

    private ObjectNode signUp(String source) {
        return TriggerClient.event(source, sub, Map.of("email", email));
    }

    private ObjectNode confirmation(String userId, String source) {
        return TriggerClient.event(
                source,
                userId,
                Map.of("sub", userId, "email", email, "cognito:user_status", "CONFIRMED", "email_verified", "true"));
    }

    private long refusedCalls() {
        return jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'TRIGGER_CALLED' AND outcome = 'REFUSED'")
                .query(Long.class)
                .single();
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(json.readTree(answer.body()).path("code").asString()).isEqualTo("unauthenticated");
    }
}
