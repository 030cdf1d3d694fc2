package dev.medley.identity.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.trigger.TriggerClient;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The three triggers of a sign-in by code, each with events as Cognito sends them. */
@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ChallengeTriggersIT {

    private final String user = UUID.randomUUID().toString();
    private final String email = "user-" + user + "@example.com";

    @LocalServerPort
    private int port;

    @Value("${medley.identity.triggers.secret}")
    private String secret;

    private TriggerClient triggers;

    @BeforeEach
    void connect() {
        triggers = new TriggerClient(port, secret);
    }

    @Test
    void theFirstQuestionIsTheCode() {
        assertThat(define()).isEqualTo(decision("CUSTOM_CHALLENGE", false, false));
    }

    @Test
    void aWrongCodeIsAskedForAgainUntilTheThird() {
        assertThat(define(round(false))).isEqualTo(decision("CUSTOM_CHALLENGE", false, false));
        assertThat(define(round(false), round(false))).isEqualTo(decision("CUSTOM_CHALLENGE", false, false));
        assertThat(define(round(false), round(false), round(false))).isEqualTo(decision(null, false, true));
    }

    @Test
    void theRightCodeOpensASession() {
        assertThat(define(round(true))).isEqualTo(decision(null, true, false));
        assertThat(define(round(false), round(false), round(true))).isEqualTo(decision(null, true, false));
    }

    @Test
    void nobodyElseGetsASession() {
        ObjectNode stranger = defineEvent(round(true));
        stranger.withObject("request").put("userNotFound", true);
        assertThat(triggers.answer(stranger)).isEqualTo(decision(null, false, true));

        Map<String, Object> password = Map.of("challengeName", "PASSWORD_VERIFIER", "challengeResult", true);
        assertThat(define(password)).isEqualTo(decision(null, false, true));
        assertThat(define(password, round(true))).isEqualTo(decision(null, false, true));
    }

    @Test
    void theCodeIsMailedOnceAndCountsForAllRounds(TestPlatform platform) {
        JsonNode first = triggers.answer(createEvent("CONFIRMED", "true"));
        String code = platform.mailedCode(email);
        String metadata = first.path("challengeMetadata").asString();
        ObjectNode again = createEvent("CONFIRMED", "true");
        again.withObject("request")
                .putArray("session")
                .addObject()
                .put("challengeName", "CUSTOM_CHALLENGE")
                .put("challengeResult", false)
                .put("challengeMetadata", metadata);

        JsonNode second = triggers.answer(again);

        assertThat(second).isEqualTo(first);
        assertThat(first.toString()).doesNotContain(code);
        assertThat(first.path("publicChallengeParameters").toString()).doesNotContain(email);
        assertThat(mailsTo(platform)).isEqualTo(1);
    }

    @Test
    void aCodeIsRightOnce(TestPlatform platform) {
        JsonNode question = triggers.answer(createEvent("CONFIRMED", "true"));
        String code = platform.mailedCode(email);

        assertThat(verify(question, "000000000")).isFalse();
        assertThat(verify(question, code)).isTrue();
        assertThat(verify(question, code)).isFalse();
    }

    @Test
    void whoMayNotSignInGetsTheSameQuestionAndNoMail(TestPlatform platform) {
        JsonNode right = triggers.answer(createEvent("CONFIRMED", "true"));
        platform.mailedCode(email);
        ObjectNode unknown = TriggerClient.event("CreateAuthChallenge_Authentication", user);
        unknown.withObject("request").put("userNotFound", true).put("challengeName", "CUSTOM_CHALLENGE");

        for (ObjectNode event : List.of(
                unknown,
                createEvent("UNCONFIRMED", "true"),
                createEvent("FORCE_CHANGE_PASSWORD", "true"),
                createEvent("RESET_REQUIRED", "true"),
                createEvent("CONFIRMED", "false"))) {
            JsonNode question = triggers.answer(event);
            assertThat(question.propertyNames()).isEqualTo(right.propertyNames());
            assertThat(question.path("publicChallengeParameters")).isEqualTo(right.path("publicChallengeParameters"));
            assertThat(question.path("challengeMetadata").asString())
                    .hasSameSizeAs(right.path("challengeMetadata").asString());
            assertThat(verify(question, "123456")).isFalse();
        }
        // Sent after all of them: had one caused a mail, it would be there by now.
        triggers.answer(createEvent("CONFIRMED", "true"));
        Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> mailsTo(platform) >= 2);
        assertThat(mailsTo(platform)).isEqualTo(2);
    }

    @Test
    void anAnswerWithoutAQuestionIsWrong() {
        ObjectNode event = TriggerClient.event("VerifyAuthChallengeResponse_Authentication", user);
        event.withObject("request").put("challengeAnswer", "123456");

        assertThat(triggers.answer(event).path("answerCorrect").asBoolean()).isFalse();
    }

    private long mailsTo(TestPlatform platform) {
        return platform.parts().mail().received().stream()
                .filter(mail -> mail.to().equals(email))
                .count();
    }

    private boolean verify(JsonNode question, String answer) {
        ObjectNode event = TriggerClient.event("VerifyAuthChallengeResponse_Authentication", user);
        event.withObject("request").set("privateChallengeParameters", question.path("privateChallengeParameters"));
        event.withObject("request").put("challengeAnswer", answer);
        return triggers.answer(event).path("answerCorrect").asBoolean();
    }

    private ObjectNode createEvent(String status, String verified) {
        ObjectNode event = TriggerClient.event(
                "CreateAuthChallenge_Authentication",
                user,
                Map.of("sub", user, "email", email, "cognito:user_status", status, "email_verified", verified));
        event.withObject("request").put("challengeName", "CUSTOM_CHALLENGE").putArray("session");
        return event;
    }

    @SafeVarargs
    private JsonNode define(Map<String, Object>... rounds) {
        return triggers.answer(defineEvent(rounds));
    }

    @SafeVarargs
    private ObjectNode defineEvent(Map<String, Object>... rounds) {
        ObjectNode event = TriggerClient.event("DefineAuthChallenge_Authentication", user);
        ArrayNode session =
                event.withObject("request").put("userNotFound", false).putArray("session");
        for (Map<String, Object> round : rounds) {
            ObjectNode element = session.addObject();
            round.forEach(element::putPOJO);
        }
        return event;
    }

    private static Map<String, Object> round(boolean right) {
        return Map.of("challengeName", "CUSTOM_CHALLENGE", "challengeResult", right);
    }

    private static JsonNode decision(@Nullable String next, boolean issue, boolean fail) {
        ObjectNode decision = TriggerClient.event("", "").objectNode();
        return decision.put("issueTokens", issue)
                .put("failAuthentication", fail)
                .put("challengeName", next);
    }
}
