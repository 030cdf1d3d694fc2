package dev.medley.identity.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.trigger.TriggerClient;
import dev.medley.testing.PlatformTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MessageTriggersIT {

    @LocalServerPort
    private int port;

    @Value("${medley.identity.triggers.secret}")
    private String secret;

    private TriggerClient triggers;

    @BeforeEach
    void connect() {
        triggers = new TriggerClient(port, secret);
    }

    @ParameterizedTest
    @CsvSource({
        "SignUp, Confirm your e-mail address",
        "ResendCode, Your new code",
        "ForgotPassword, Choose a new password",
        "UpdateUserAttribute, Confirm your new e-mail address",
        "VerifyUserAttribute, Confirm your new e-mail address",
        "AdminCreateUser, Your invitation to Medley"
    })
    void eachOccasionHasItsWords(String occasion, String subject) {
        JsonNode answer = triggers.answer(event(occasion, Map.of()));

        assertThat(answer.path("emailSubject").asString()).isEqualTo(subject);
        assertThat(answer.path("emailMessage").asString()).contains("{####}");
        assertThat(answer.has("smsMessage")).isFalse();
    }

    @Test
    void anInvitationNamesTheUser() {
        assertThat(triggers.answer(event("AdminCreateUser", Map.of()))
                        .path("emailMessage")
                        .asString())
                .contains("{username}");
    }

    @Test
    void theUsersOwnLanguageCountsBeforeTheClients() {
        ObjectNode event = event("SignUp", Map.of("locale", "fr"));
        event.withObject("request").putObject("clientMetadata").put("locale", "es");
        assertThat(subject(event)).isEqualTo("Confirmez votre adresse e-mail");

        event = event("SignUp", Map.of());
        event.withObject("request").putObject("clientMetadata").put("locale", "es");
        assertThat(subject(event)).isEqualTo("Confirme su dirección de correo");
    }

    @Test
    void whatHasNoWordsHereKeepsThoseOfThePool() {
        assertThat(triggers.answer(event("Authentication", Map.of()))).isEmpty();

        ObjectNode withoutCode = event("SignUp", Map.of());
        withoutCode.withObject("request").putNull("codeParameter");
        assertThat(triggers.answer(withoutCode)).isEmpty();
    }

    private String subject(ObjectNode event) {
        return triggers.answer(event).path("emailSubject").asString();
    }

    private static ObjectNode event(String occasion, Map<String, String> attributes) {
        ObjectNode event = TriggerClient.event("CustomMessage_" + occasion, "anna", attributes);
        event.withObject("request").put("codeParameter", "{####}").put("usernameParameter", "{username}");
        return event;
    }
}
