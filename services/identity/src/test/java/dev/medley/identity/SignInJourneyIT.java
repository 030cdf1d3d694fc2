package dev.medley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.IdentityClient.Answer;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SignInJourneyIT {

    private static final String PASSWORD = "Correct-Horse-7!";

    private final JsonMapper json = new JsonMapper();
    private final String email = "user-" + UUID.randomUUID() + "@example.com";

    @LocalServerPort
    private int port;

    private IdentityClient client;

    @BeforeEach
    void connect() {
        client = new IdentityClient(port);
    }

    @Test
    void fromSignUpToSignOut(TestPlatform platform) {
        Answer signedUp = client.post("/auth/signup", credentials(PASSWORD));
        assertThat(signedUp.status()).isEqualTo(200);
        assertThat(signedUp.text("message"))
                .isEqualTo("Signup successful! Please check your email for verification code");
        String sub = signedUp.text("userSub");

        assertProblem(client.post("/auth/signin", credentials(PASSWORD)), 403, "account-not-confirmed");
        assertProblem(client.post("/auth/verify", Map.of("email", email, "code", "000000")), 422, "code-invalid");

        Answer verified = client.post("/auth/verify", Map.of("email", email, "code", platform.mailedCode(email)));
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.text("message")).isEqualTo("Email verified successfully");

        Answer session = client.post("/auth/signin", credentials(PASSWORD));
        assertThat(session.status()).isEqualTo(200);
        assertThat(session.text("email")).isEqualTo(email);
        assertThat(session.body().at("/tokens/accessToken").asString()).isEqualTo(session.text("AccessToken"));

        Answer refreshed = client.post("/auth/refresh", Map.of("refreshToken", session.text("RefreshToken")));
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.body().path("expiresIn").asInt()).isEqualTo(900);

        Answer me = client.call("GET", "/users/me", refreshed.text("accessToken"), "");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("id")).isEqualTo(sub);
        assertThat(me.text("email")).isEqualTo(email);

        assertThat(client.call("POST", "/auth/signout", refreshed.text("accessToken"), "")
                        .status())
                .isEqualTo(200);
        assertProblem(
                client.post("/auth/refresh", Map.of("refreshToken", session.text("RefreshToken"))),
                401,
                "session-expired");
    }

    @Test
    void aConfirmationIsPublishedOnce(TestPlatform platform) {
        client.post("/auth/signup", credentials(PASSWORD));
        Answer confirmed = client.post("/auth/signup", Map.of("email", email, "code", platform.mailedCode(email)));
        assertThat(confirmed.text("message")).isEqualTo("Email verified successfully!");
        String token = client.post("/auth/signin", credentials(PASSWORD)).text("AccessToken");
        client.call("GET", "/users/me", token, "");
        String sub = client.call("GET", "/users/me", token, "").text("id");

        List<Message> messages = published(platform, sub);
        assertThat(messages).hasSize(1);
        JsonNode event = json.readTree(messages.getFirst().body());
        assertThat(event.path("type").asString()).isEqualTo("user.confirmed");
        assertThat(event.path("source").asString()).isEqualTo("identity");
        assertThat(event.at("/data/email").asString()).isEqualTo(email);
    }

    @Test
    void aForgottenPasswordIsReplacedByMail(TestPlatform platform) {
        confirmedUser(platform);
        Answer asked = client.post("/auth/forgot-password", Map.of("email", email));
        assertThat(asked.text("message")).isEqualTo("Password reset code sent to your email");
        String code = platform.mailedCode(email);

        assertProblem(
                client.post("/auth/confirm-forgot-password", reset("999999", "Another-Horse-8!")), 422, "code-invalid");
        assertProblem(client.post("/auth/confirm-forgot-password", reset(code, "short")), 422, "weak-password");
        assertThat(client.post("/auth/confirm-forgot-password", reset(code, "Another-Horse-8!"))
                        .status())
                .isEqualTo(200);

        assertProblem(client.post("/auth/signin", credentials(PASSWORD)), 401, "invalid-credentials");
        assertThat(client.post("/auth/signin", credentials("Another-Horse-8!")).status())
                .isEqualTo(200);
    }

    @Test
    void nothingShowsWhetherAnAccountExists(TestPlatform platform) {
        confirmedUser(platform);
        Map<String, String> stranger = Map.of("email", "nobody-" + UUID.randomUUID() + "@example.com");

        Answer again = client.post("/auth/signup", credentials(PASSWORD));
        assertThat(again.status()).isEqualTo(200);
        assertThat(UUID.fromString(again.text("userSub"))).isNotNull();
        for (String path : new String[] {"/auth/forgot-password", "/auth/resend-code"}) {
            Answer known = client.post(path, Map.of("email", email));
            Answer unknown = client.post(path, stranger);
            assertThat(known.status()).isEqualTo(200);
            assertThat(known.body()).isEqualTo(unknown.body());
        }
        assertProblem(client.post("/auth/verify", Map.of("email", email, "code", "123456")), 422, "code-invalid");
        assertProblem(
                client.post("/auth/verify", Map.of("email", stranger.get("email") + "", "code", "123456")),
                422,
                "code-invalid");
        Answer wrong = client.post("/auth/signin", credentials("Wrong-Horse-9!"));
        Answer missing = client.post("/auth/signin", Map.of("email", stranger.get("email") + "", "password", PASSWORD));
        assertProblem(wrong, 401, "invalid-credentials");
        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.text("detail")).isEqualTo(wrong.text("detail"));
    }

    @Test
    void whoeverProvesTheAddressKeepsTheirOwnPassword(TestPlatform platform) {
        client.post("/auth/signup", credentials("Mallorys-Horse-1!"));
        String first = platform.mailedCode(email);
        client.post("/auth/signup", credentials(PASSWORD));
        String second = Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> platform.mailedCode(email), code -> !code.equals(first));

        assertProblem(client.post("/auth/verify", Map.of("email", email, "code", first)), 422, "code-invalid");
        assertThat(client.post("/auth/verify", Map.of("email", email, "code", second))
                        .status())
                .isEqualTo(200);
        assertProblem(client.post("/auth/signin", credentials("Mallorys-Horse-1!")), 401, "invalid-credentials");
        assertThat(client.post("/auth/signin", credentials(PASSWORD)).status()).isEqualTo(200);
    }

    @Test
    void guessingIsStoppedWithAPause(TestPlatform platform) {
        confirmedUser(platform);
        Answer last = client.post("/auth/signin", credentials("Wrong-Horse-9!"));
        for (int attempt = 0; attempt < 6 && last.status() == 401; attempt++) {
            last = client.post("/auth/signin", credentials("Wrong-Horse-9!"));
        }

        assertProblem(last, 429, "too-many-attempts");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    }

    @Test
    void aProfileChangesOnlyFromItsCurrentVersion(TestPlatform platform) {
        confirmedUser(platform);
        String token = client.post("/auth/signin", credentials(PASSWORD)).text("AccessToken");
        Answer before = client.call("GET", "/users/me", token, "");
        String change = "{\"firstName\":\"Anna\"}";

        assertProblem(client.call("PATCH", "/users/me", token, change), 428, "precondition-required");
        Answer after = client.call("PATCH", "/users/me", token, change, "If-Match", before.header("ETag"));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.text("firstName")).isEqualTo("Anna");
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertProblem(
                client.call("PATCH", "/users/me", token, change, "If-Match", before.header("ETag")),
                412,
                "precondition-failed");
        assertProblem(
                client.call("PATCH", "/users/me", token, "{\"email\":\"x@example.com\"}", "If-Match", "*"),
                400,
                "invalid-request");
    }

    @Test
    void incompleteRequestsAreAnsweredInTheWordsThatClientsKnow() {
        assertThat(client.post("/auth/signin", Map.of("email", email)).text("error"))
                .contains("Email and password are required");
        assertProblem(client.post("/auth/signup", Map.of("email", email)), 400, "invalid-request");
        assertProblem(
                client.post("/auth/signup", Map.of("email", "no address", "password", PASSWORD)),
                400,
                "invalid-request");
        assertProblem(client.post("/auth/signup", credentials("weak")), 422, "weak-password");
        assertProblem(client.post("/auth/refresh", Map.of("refreshToken", "nonsense")), 401, "session-expired");
        assertProblem(client.call("GET", "/users/me", "nonsense", ""), 401, "unauthenticated");
    }

    private void confirmedUser(TestPlatform platform) {
        client.post("/auth/signup", credentials(PASSWORD));
        Answer verified = client.post("/auth/verify", Map.of("email", email, "code", platform.mailedCode(email)));
        assertThat(verified.status()).isEqualTo(200);
    }

    private Map<String, String> credentials(String password) {
        return Map.of("email", email, "password", password);
    }

    private Map<String, String> reset(String code, String newPassword) {
        return Map.of("email", email, "code", code, "newPassword", newPassword);
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("error")).isEqualTo(answer.text("detail"));
    }

    /** The events about a user; others in the queue stay hidden until the end of the test run. */
    private static List<Message> published(TestPlatform platform, String subject) {
        SqsClient sqs = platform.parts().queues().client();
        String url = platform.parts().queues().url("images-events.fifo");
        return Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(
                        () -> sqs
                                .receiveMessage(request -> request.queueUrl(url)
                                        .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID)
                                        .maxNumberOfMessages(10)
                                        .waitTimeSeconds(1))
                                .messages()
                                .stream()
                                .filter(message -> subject.equals(
                                        message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID)))
                                .toList(),
                        found -> !found.isEmpty());
    }
}
