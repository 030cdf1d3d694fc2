package dev.medley.identity.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.IdentityClient;
import dev.medley.identity.IdentityClient.Answer;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class InvitedUserIT {

    private static final String TEMPORARY = "Temporary-Horse-1!";

    private final String email = "user-" + UUID.randomUUID() + "@example.com";

    @LocalServerPort
    private int port;

    private IdentityClient client;

    @BeforeEach
    void invite(TestPlatform platform) {
        client = new IdentityClient(port);
        platform.cognito()
                .adminCreateUser(
                        request -> request.userPoolId(platform.parts().cognito().userPoolId())
                                .username(email)
                                .temporaryPassword(TEMPORARY)
                                .messageAction(MessageActionType.SUPPRESS)
                                .userAttributes(
                                        AttributeType.builder()
                                                .name("email")
                                                .value(email)
                                                .build(),
                                        AttributeType.builder()
                                                .name("email_verified")
                                                .value("true")
                                                .build()));
    }

    @Test
    void theFirstSignInAsksForAPasswordOfTheirOwn() {
        Answer question = signIn(TEMPORARY);
        assertThat(question.status()).isEqualTo(200);
        assertThat(question.text("challengeName")).isEqualTo("NEW_PASSWORD_REQUIRED");
        assertThat(question.body().has("AccessToken")).isFalse();

        Answer weak = choose(question, "weak");
        assertThat(weak.status()).as(weak.response().body()).isEqualTo(422);
        assertThat(weak.text("code")).isEqualTo("weak-password");
        Answer session = choose(question, "Own-Horse-22!");

        assertThat(session.status()).as(session.response().body()).isEqualTo(200);
        assertThat(client.call("GET", "/users/me", session.text("AccessToken"), "")
                        .text("email"))
                .isEqualTo(email);
        assertThat(choose(question, "Other-Horse-33!").status()).isEqualTo(401);
        assertThat(signIn(TEMPORARY).status()).isEqualTo(401);
        assertThat(signIn("Own-Horse-22!").body().has("AccessToken")).isTrue();
    }

    @Test
    void aCodeIsNoAnswerToThatQuestion() {
        Answer question = signIn(TEMPORARY);

        Answer refused = client.post(
                "/auth/challenge/answer",
                Map.of("email", email, "session", question.text("session"), "answer", "123456"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("detail")).contains("newPassword");
    }

    private Answer signIn(String password) {
        return client.post("/auth/signin", Map.of("email", email, "password", password));
    }

    private Answer choose(Answer question, String password) {
        return client.post(
                "/auth/challenge/answer",
                Map.of("email", email, "session", question.text("session"), "newPassword", password));
    }
}
