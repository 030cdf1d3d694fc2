package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;
import tools.jackson.databind.JsonNode;

@ExtendWith(PoolExtension.class)
class SignUpTriggersIT {

    private static final String REFUSAL = """
            {"errorMessage":"not from there","errorType":"Refused"}""";

    private final PoolFixture pool;
    private final RecordingLambda lambda = new RecordingLambda();

    SignUpTriggersIT(PoolFixture pool) {
        this.pool = pool;
    }

    @BeforeEach
    void useLambda() {
        pool.standIn().useTriggers(lambda);
    }

    @Test
    void preSignUpSeesWhatTheClientGave() {
        String email = pool.newEmail();
        SignUpResponse signedUp = pool.client()
                .signUp(request -> request.clientId(pool.standIn().publicClientId())
                        .username(email)
                        .password(PoolFixture.PASSWORD)
                        .userAttributes(attribute("name", "Ada"))
                        .validationData(attribute("invitation", "42"))
                        .clientMetadata(Map.of("campaign", "spring")));

        JsonNode event = lambda.event("PreSignUp_SignUp", email);

        assertThat(event.path("version").asString()).isEqualTo("1");
        assertThat(event.path("region").asString()).isEqualTo("eu-central-1");
        assertThat(event.path("userPoolId").asString()).isEqualTo(pool.standIn().userPoolId());
        assertThat(event.path("userName").asString()).isEqualTo(signedUp.userSub());
        assertThat(event.at("/callerContext/clientId").asString())
                .isEqualTo(pool.standIn().publicClientId());
        assertThat(event.at("/request/userAttributes/name").asString()).isEqualTo("Ada");
        assertThat(event.at("/request/validationData/invitation").asString()).isEqualTo("42");
        assertThat(event.at("/request/clientMetadata/campaign").asString()).isEqualTo("spring");
        assertThat(event.at("/response/autoConfirmUser").isBoolean()).isTrue();
    }

    @Test
    void preSignUpCanConfirmAtOnce() {
        lambda.respond("PreSignUp_SignUp", """
                {"autoConfirmUser":true,"autoVerifyEmail":true}""");
        String email = pool.newEmail();

        SignUpResponse signedUp = pool.signUp(email);

        assertThat(signedUp.userConfirmed()).isTrue();
        assertThat(signedUp.codeDeliveryDetails()).isNull();
        assertThat(pool.mailbox().to(email)).isEmpty();
        assertThat(pool.signIn(email).accessToken()).isNotEmpty();
        JsonNode confirmed = lambda.event("PostConfirmation_ConfirmSignUp", email);
        assertThat(confirmed.at("/request/userAttributes/email_verified").asString())
                .isEqualTo("true");
    }

    @Test
    void preSignUpCanRefuseAndNobodyIsAdded() {
        lambda.on("PreSignUp_SignUp", _ -> REFUSAL);
        String email = pool.newEmail();

        assertRefusal(
                UserLambdaValidationException.class,
                "PreSignUp failed with error not from there.",
                () -> pool.signUp(email));

        lambda.respond("PreSignUp_SignUp", "{}");
        assertThat(pool.signUp(email).userConfirmed()).isFalse();
    }

    @Test
    void preSignUpRunsBeforeADuplicateShows() {
        String email = pool.confirmedUser();

        assertRefusal(UsernameExistsException.class, "User already exists", () -> pool.signUp(email));

        assertThat(lambda.events("PreSignUp_SignUp")).hasSize(2);
    }

    @Test
    void postConfirmationSeesTheConfirmedUser() {
        String email = pool.newEmail();
        String sub = pool.signUp(email).userSub();
        pool.client()
                .confirmSignUp(request -> request.clientId(pool.standIn().publicClientId())
                        .username(email)
                        .confirmationCode(pool.mailbox().newestSecret(email))
                        .clientMetadata(Map.of("locale", "de")));

        JsonNode event = lambda.event("PostConfirmation_ConfirmSignUp", email);

        assertThat(event.path("userName").asString()).isEqualTo(sub);
        JsonNode attributes = event.at("/request/userAttributes");
        assertThat(attributes.path("sub").asString()).isEqualTo(sub);
        assertThat(attributes.path("email_verified").asString()).isEqualTo("true");
        assertThat(attributes.path("cognito:user_status").asString()).isEqualTo("CONFIRMED");
        assertThat(event.at("/request/clientMetadata/locale").asString()).isEqualTo("de");
    }

    @Test
    void aFailedPostConfirmationLeavesTheUserConfirmed() {
        lambda.on("PostConfirmation_ConfirmSignUp", _ -> REFUSAL);
        String email = pool.newEmail();
        pool.signUp(email);

        assertRefusal(
                UserLambdaValidationException.class,
                "PostConfirmation failed with error not from there.",
                () -> pool.confirm(email, pool.mailbox().newestSecret(email)));

        assertThat(pool.signIn(email).accessToken()).isNotEmpty();
    }

    @Test
    void aLambdaMayCallThePoolForTheVeryUser() {
        lambda.on("PostConfirmation_ConfirmSignUp", event -> {
            String username = event.path("userName").asString();
            pool.client()
                    .adminSetUserPassword(
                            request -> request.userPoolId(pool.standIn().userPoolId())
                                    .username(username)
                                    .password("Another-Horse-8")
                                    .permanent(true));
            return event.toString();
        });

        String email = pool.confirmedUser();

        assertThat(pool.initiate(email, "Another-Horse-8").authenticationResult())
                .isNotNull();
    }

    @Test
    void confirmingAForgottenPasswordIsToldToo() {
        String email = pool.confirmedUser();
        pool.client()
                .forgotPassword(request ->
                        request.clientId(pool.standIn().publicClientId()).username(email));
        pool.client()
                .confirmForgotPassword(
                        request -> request.clientId(pool.standIn().publicClientId())
                                .username(email)
                                .confirmationCode(pool.mailbox().newestSecret(email))
                                .password("Another-Horse-8"));

        JsonNode event = lambda.event("PostConfirmation_ConfirmForgotPassword", email);

        assertThat(event.at("/request/userAttributes/cognito:user_status").asString())
                .isEqualTo("CONFIRMED");
    }

    @Test
    void anInvitationAsksPreSignUpWhoseAnswerCountsOnlyAsAVeto() {
        lambda.respond("PreSignUp_AdminCreateUser", """
                {"autoConfirmUser":true,"autoVerifyEmail":true}""");

        String email = pool.invitedUser("Temporary-1");

        assertThat(status(email)).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
        assertThat(lambda.event("PreSignUp_AdminCreateUser", email)
                        .at("/callerContext/clientId")
                        .asString())
                .isEqualTo("CLIENT_ID_NOT_APPLICABLE");
        assertThat(lambda.events("PostConfirmation_ConfirmSignUp")).isEmpty();

        lambda.on("PreSignUp_AdminCreateUser", _ -> REFUSAL);
        assertRefusal(
                UserLambdaValidationException.class,
                "PreSignUp failed with error not from there.",
                () -> pool.invitedUser("Temporary-1"));
    }

    @Test
    void anAdministratorsConfirmationIsToldToo() {
        String email = pool.newEmail();
        pool.signUp(email);

        pool.client()
                .adminConfirmSignUp(request ->
                        request.userPoolId(pool.standIn().userPoolId()).username(email));

        assertThat(lambda.event("PostConfirmation_ConfirmSignUp", email)
                        .at("/request/userAttributes/email_verified")
                        .asString())
                .isEqualTo("false");
    }

    private UserStatusType status(String email) {
        return pool.client()
                .adminGetUser(request ->
                        request.userPoolId(pool.standIn().userPoolId()).username(email))
                .userStatus();
    }

    private static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }
}
