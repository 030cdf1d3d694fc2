package dev.medley.identity.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.IdentityClient;
import dev.medley.identity.IdentityClient.Answer;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in without a password, over the whole way: service, user pool, bridge and back to the service. */
@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LoginCodesIT {

    private static final String PASSWORD = "Correct-Horse-7!";

    private final String email = "user-" + UUID.randomUUID() + "@example.com";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private IdentityClient client;

    @BeforeEach
    void connect() {
        client = new IdentityClient(port);
    }

    @Test
    void aMailedCodeOpensASession(TestPlatform platform) {
        String sub = confirmedUser(platform);

        Answer question = request(email);
        assertThat(question.status()).isEqualTo(200);
        assertThat(question.text("challengeName")).isEqualTo("CUSTOM_CHALLENGE");
        Answer session = answer(question, loginCode(platform));

        assertThat(session.status()).as(session.response().body()).isEqualTo(200);
        assertThat(session.text("email")).isEqualTo(email);
        assertThat(client.call("GET", "/users/me", session.text("AccessToken"), "")
                        .text("id"))
                .isEqualTo(sub);
        assertThat(client.post("/auth/refresh", Map.of("refreshToken", session.text("RefreshToken")))
                        .status())
                .isEqualTo(200);
        assertThat(logged(sub)).contains("CODE_REQUESTED DONE", "SIGNED_IN DONE");
    }

    @Test
    void aWrongCodeMayBeCorrected(TestPlatform platform) {
        String sub = confirmedUser(platform);
        Answer question = request(email);
        String code = loginCode(platform);

        Answer again = answer(question, wrong(code));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("challengeName")).isEqualTo("CUSTOM_CHALLENGE");
        assertThat(again.text("error")).isEqualTo("Invalid verification code");
        assertThat(again.body().has("AccessToken")).isFalse();

        assertThat(answer(again, code).body().has("AccessToken")).isTrue();
        assertThat(logged(sub)).contains("SIGNED_IN REFUSED", "SIGNED_IN DONE");
    }

    @Test
    void threeWrongCodesEndTheSignIn(TestPlatform platform) {
        confirmedUser(platform);
        Answer question = request(email);
        String code = loginCode(platform);

        Answer third = answer(answer(question, wrong(code)), wrong(code));
        assertThat(third.text("error")).isEqualTo("Invalid verification code");
        assertOver(answer(third, wrong(code)));
        assertOver(answer(third, code));
    }

    @Test
    void aSessionCountsOnceAndForItsAddressOnly(TestPlatform platform) {
        confirmedUser(platform);
        Answer question = request(email);
        String code = loginCode(platform);

        assertOver(client.post(
                "/auth/challenge/answer",
                Map.of("email", "other@example.com", "session", question.text("session"), "answer", code)));
        assertThat(answer(question, code).body().has("AccessToken")).isTrue();
        assertOver(answer(question, code));
        for (String session : List.of("nonsense", "", " ", question.text("session") + "A", "AAAA")) {
            Answer refused =
                    client.post("/auth/challenge/answer", Map.of("email", email, "session", session, "answer", code));
            assertThat(refused.status()).isEqualTo(session.isBlank() ? 400 : 401);
        }
        assertThat(client.post("/auth/challenge/answer", Map.of("email", email, "session", question.text("session")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nobodyLearnsWhetherThereIsAnAccountThatMaySignIn(TestPlatform platform) {
        confirmedUser(platform);
        String unconfirmed = "user-" + UUID.randomUUID() + "@example.com";
        client.post("/auth/signup", Map.of("email", unconfirmed, "password", PASSWORD));
        platform.mailedCode(unconfirmed);
        String disabled = "user-" + UUID.randomUUID() + "@example.com";
        platform.signedInUser(disabled);
        platform.cognito()
                .adminDisableUser(
                        request -> request.userPoolId(platform.parts().cognito().userPoolId())
                                .username(disabled));
        List<String> known = steps(email);

        for (String other : List.of("user-" + UUID.randomUUID() + "@example.com", unconfirmed, disabled)) {
            assertThat(steps(other)).as(other).isEqualTo(known);
        }
        for (String other : List.of(unconfirmed, disabled)) {
            assertThat(platform.parts().mail().received().stream()
                            .filter(mail -> mail.to().equals(other)))
                    .as("nothing after the mail to confirm the address")
                    .hasSize(1);
        }
    }

    /** What every step shows of itself: status and body but for the session, of which only the length counts. */
    private List<String> steps(String address) {
        List<String> seen = new ArrayList<>();
        Answer step = request(address);
        seen.add(shape(step));
        for (int round = 0; round < 3; round++) {
            step = client.post(
                    "/auth/challenge/answer",
                    Map.of("email", address, "session", step.text("session"), "answer", "not-a-code"));
            seen.add(shape(step));
        }
        return seen;
    }

    private static String shape(Answer answer) {
        String session = answer.text("session");
        return answer.status() + " " + session.length() + " "
                + (session.isEmpty() ? answer.text("code") + answer.text("detail") : "")
                + answer.text("challengeName") + answer.text("message") + answer.text("error");
    }

    private Answer request(String address) {
        return client.post("/auth/challenge", Map.of("email", address));
    }

    private Answer answer(Answer question, String code) {
        return client.post(
                "/auth/challenge/answer", Map.of("email", email, "session", question.text("session"), "answer", code));
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static void assertOver(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(401);
        assertThat(answer.text("code")).isEqualTo("session-expired");
    }

    private String confirmedUser(TestPlatform platform) {
        String sub = client.post("/auth/signup", Map.of("email", email, "password", PASSWORD))
                .text("userSub");
        assertThat(client.post("/auth/verify", Map.of("email", email, "code", platform.mailedCode(email)))
                        .status())
                .isEqualTo(200);
        return sub;
    }

    /** The code of the second mail; the first one was to confirm the address. */
    private String loginCode(TestPlatform platform) {
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> platform.parts().mail().received().stream()
                                .filter(mail -> mail.to().equals(email))
                                .count()
                        == 2);
        return platform.mailedCode(email);
    }

    private List<String> logged(String sub) {
        return jdbc.sql("""
                        SELECT action || ' ' || outcome FROM audit_entry JOIN audit_person ON person_id = target
                        WHERE user_id = ? ORDER BY sequence
                        """).param(sub).query(String.class).list();
    }
}
