package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidLambdaResponseException;
import tools.jackson.databind.JsonNode;

@ExtendWith(PoolExtension.class)
class CustomMessageIT {

    private final PoolFixture pool;
    private final RecordingLambda lambda = new RecordingLambda();

    CustomMessageIT(PoolFixture pool) {
        this.pool = pool;
    }

    @BeforeEach
    void useLambda() {
        pool.standIn().useTriggers(lambda);
    }

    @Test
    void theLambdaWordsTheMailWithoutSeeingTheCode() {
        lambda.respond("CustomMessage_SignUp", """
                {"emailSubject":"Welcome","emailMessage":"<p>Your code: {####}</p>","smsMessage":null}""");
        String email = pool.newEmail();

        pool.signUp(email);

        Mailbox.Mail mail = pool.mailbox().to(email).getLast();
        assertThat(mail.format()).isEqualTo(CodeMail.Format.HTML);
        assertThat(mail.subject()).isEqualTo("Welcome");
        assertThat(mail.text()).matches("<p>Your code: \\d{6}</p>");
        pool.confirm(email, mail.text().replaceAll("\\D", ""));
        JsonNode event = lambda.event("CustomMessage_SignUp", email);
        assertThat(event.at("/request/codeParameter").asString()).isEqualTo("{####}");
        assertThat(event.at("/request/userAttributes/cognito:user_status").asString())
                .isEqualTo("UNCONFIRMED");
    }

    @Test
    void withoutWordsOfItsOwnTheDefaultIsSent() {
        String email = pool.newEmail();

        pool.signUp(email);

        Mailbox.Mail mail = pool.mailbox().to(email).getLast();
        assertThat(mail.format()).isEqualTo(CodeMail.Format.TEXT);
        assertThat(mail.text()).startsWith("Your verification code is ");
        assertThat(lambda.events("CustomMessage_SignUp")).isNotEmpty();
    }

    @Test
    void aMessageWithoutTheCodeIsRefusedAndTheAccountStays() {
        lambda.respond("CustomMessage_SignUp", """
                {"emailMessage":"Welcome!"}""");
        String email = pool.newEmail();

        assertRefusal(InvalidLambdaResponseException.class, "Unrecognizable lambda output", () -> pool.signUp(email));
        assertThat(pool.mailbox().to(email)).isEmpty();

        resend(email, Map.of());
        pool.confirm(email, pool.mailbox().newestSecret(email));
    }

    @Test
    void eachOccasionHasItsSource() {
        String email = pool.newEmail();
        pool.signUp(email);
        resend(email, Map.of("locale", "fr"));
        pool.confirm(email, pool.mailbox().newestSecret(email));
        pool.client()
                .forgotPassword(request ->
                        request.clientId(pool.standIn().publicClientId()).username(email));

        assertThat(lambda.event("CustomMessage_ResendCode", email)
                        .at("/request/clientMetadata/locale")
                        .asString())
                .isEqualTo("fr");
        assertThat(lambda.event("CustomMessage_ForgotPassword", email)
                        .at("/request/codeParameter")
                        .asString())
                .isEqualTo("{####}");
    }

    @Test
    void nobodyIsToldOfAForgottenPasswordThatIsNone() {
        pool.client()
                .forgotPassword(request ->
                        request.clientId(pool.standIn().publicClientId()).username(pool.newEmail()));

        assertThat(lambda.events("CustomMessage_ForgotPassword")).isEmpty();
    }

    @Test
    void anInvitationNamesUserAndPassword() {
        lambda.respond("CustomMessage_AdminCreateUser", """
                {"emailSubject":"Come in","emailMessage":"<b>{username}</b> / {####}"}""");
        String email = pool.newEmail();

        invite(email, "A<b&c>1d-");

        assertThat(pool.mailbox().to(email)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Come in");
            assertThat(mail.text()).isEqualTo("<b>" + email + "</b> / A&lt;b&amp;c&gt;1d-");
        });
        assertThat(lambda.event("CustomMessage_AdminCreateUser", email)
                        .at("/request/usernameParameter")
                        .asString())
                .isEqualTo("{username}");

        lambda.respond("CustomMessage_AdminCreateUser", """
                {"emailMessage":"{####} alone"}""");
        assertRefusal(
                InvalidLambdaResponseException.class,
                "Unrecognizable lambda output",
                () -> invite(pool.newEmail(), "Temporary-1"));
    }

    private void resend(String email, Map<String, String> metadata) {
        pool.client()
                .resendConfirmationCode(
                        request -> request.clientId(pool.standIn().publicClientId())
                                .username(email)
                                .clientMetadata(metadata));
    }

    private void invite(String email, String password) {
        pool.client()
                .adminCreateUser(request -> request.userPoolId(pool.standIn().userPoolId())
                        .username(email)
                        .temporaryPassword(password));
    }
}
