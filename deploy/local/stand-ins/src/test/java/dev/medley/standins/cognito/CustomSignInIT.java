package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidLambdaResponseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(PoolExtension.class)
class CustomSignInIT {

    private static final String INCORRECT = "Incorrect username or password.";
    private static final String USED = "Invalid session for the user, session can only be used once.";

    private final PoolFixture pool;
    private final RecordingLambda lambda = PasswordlessLambda.create();

    CustomSignInIT(PoolFixture pool) {
        this.pool = pool;
    }

    @BeforeEach
    void useLambda() {
        pool.standIn().useTriggers(lambda);
    }

    @Test
    void theRightAnswerSignsIn() {
        String email = pool.confirmedUser();

        InitiateAuthResponse asked = start(email);

        assertThat(asked.challengeName()).isEqualTo(ChallengeNameType.CUSTOM_CHALLENGE);
        assertThat(asked.challengeParameters())
                .containsOnlyKeys("hint", "USERNAME")
                .containsEntry("hint", "thieves");
        assertThat(asked.toString()).doesNotContain(PasswordlessLambda.WORD, "WORD");
        String accessToken = answer(asked.session(), email, PasswordlessLambda.WORD)
                .authenticationResult()
                .accessToken();
        assertThat(pool.client()
                        .getUser(request -> request.accessToken(accessToken))
                        .username())
                .isEqualTo(asked.challengeParameters().get("USERNAME"));
    }

    @Test
    void aWrongAnswerIsAskedAgainTwice() {
        String email = pool.confirmedUser();
        String session = start(email).session();
        for (int i = 0; i < 2; i++) {
            RespondToAuthChallengeResponse again = answer(session, email, "open wheat");
            assertThat(again.challengeName()).isEqualTo(ChallengeNameType.CUSTOM_CHALLENGE);
            session = again.session();
        }
        String third = session;

        assertRefusal(NotAuthorizedException.class, INCORRECT, () -> answer(third, email, "open wheat"));
        assertRefusal(NotAuthorizedException.class, USED, () -> answer(third, email, PasswordlessLambda.WORD));
    }

    @Test
    void thereIsNoFourthRoundEvenIfTheLambdaWantsOne() {
        lambda.respond("DefineAuthChallenge_Authentication", """
                {"challengeName":"CUSTOM_CHALLENGE","issueTokens":false,"failAuthentication":false}""");
        String email = pool.confirmedUser();
        String second = answer(start(email).session(), email, "x").session();
        String third = answer(second, email, "x").session();

        assertRefusal(NotAuthorizedException.class, INCORRECT, () -> answer(third, email, PasswordlessLambda.WORD));
    }

    @Test
    void theTriggersSeeTheRoundsSoFarAndTheMetadataOfAnswersOnly() {
        String email = pool.confirmedUser();
        InitiateAuthResponse asked = pool.client()
                .initiateAuth(request -> request.clientId(pool.standIn().publicClientId())
                        .authFlow(AuthFlowType.CUSTOM_AUTH)
                        .authParameters(Map.of("USERNAME", email))
                        .clientMetadata(Map.of("round", "first")));
        pool.client()
                .respondToAuthChallenge(
                        request -> request.clientId(pool.standIn().publicClientId())
                                .challengeName(ChallengeNameType.CUSTOM_CHALLENGE)
                                .session(asked.session())
                                .challengeResponses(Map.of("USERNAME", email, "ANSWER", "open wheat"))
                                .clientMetadata(Map.of("round", "second")));

        JsonNode first = lambda.events("DefineAuthChallenge_Authentication").getFirst();
        JsonNode second = lambda.events("DefineAuthChallenge_Authentication").getLast();
        assertThat(first.at("/request/session")).isEmpty();
        assertThat(first.at("/request/userNotFound").booleanValue()).isFalse();
        assertThat(first.path("request").has("clientMetadata")).isFalse();
        assertThat(second.at("/request/session/0").toString()).isEqualTo("""
                {"challengeName":"CUSTOM_CHALLENGE","challengeResult":false,"challengeMetadata":"WORD"}""");
        assertThat(second.at("/request/clientMetadata/round").asString()).isEqualTo("second");
        JsonNode verify =
                lambda.events("VerifyAuthChallengeResponse_Authentication").getLast();
        assertThat(verify.at("/request/challengeAnswer").asString()).isEqualTo("open wheat");
        assertThat(verify.at("/request/clientMetadata/round").asString()).isEqualTo("second");
        JsonNode create = lambda.events("CreateAuthChallenge_Authentication").getLast();
        assertThat(create.at("/request/challengeName").asString()).isEqualTo("CUSTOM_CHALLENGE");
        assertThat(create.at("/request/session")).hasSize(1);
    }

    @Test
    void whoeverHasNoAccountIsAnsweredAlikeAndNeverSignedIn() {
        String email = pool.newEmail();

        InitiateAuthResponse asked = start(email);

        assertThat(asked.challengeParameters()).containsOnlyKeys("hint", "USERNAME");
        assertThat(start(email.toUpperCase(Locale.ROOT)).challengeParameters()).isEqualTo(asked.challengeParameters());
        JsonNode event = lambda.events("CreateAuthChallenge_Authentication").getFirst();
        assertThat(event.at("/request/userNotFound").booleanValue()).isTrue();
        assertThat(event.at("/request/userAttributes")).isEmpty();
        String again = answer(asked.session(), email, "open wheat").session();
        assertRefusal(NotAuthorizedException.class, INCORRECT, () -> answer(again, email, PasswordlessLambda.WORD));
    }

    @Test
    void anAnswerBelongsToItsUserAndItsTime() {
        String email = pool.confirmedUser();
        String other = start(email).session();
        assertRefusal(
                NotAuthorizedException.class,
                "Invalid session for the user.",
                () -> answer(other, pool.confirmedUser(), PasswordlessLambda.WORD));

        String late = start(email).session();
        pool.clock().advance(Duration.ofMinutes(3));
        assertRefusal(
                NotAuthorizedException.class,
                "Invalid session for the user, session is expired.",
                () -> answer(late, email, PasswordlessLambda.WORD));
    }

    @Test
    void theUsernameOfTheChallengeNamesTheUserToo() {
        InitiateAuthResponse asked = start(pool.confirmedUser());
        String username = asked.challengeParameters().getOrDefault("USERNAME", "");

        assertThat(answer(asked.session(), username, PasswordlessLambda.WORD).authenticationResult())
                .isNotNull();
    }

    @Test
    void anUnconfirmedAccountCannotBegin() {
        String email = pool.newEmail();
        pool.signUp(email);

        assertRefusal(UserNotConfirmedException.class, "User is not confirmed.", () -> start(email));
    }

    @Test
    void anInvitedUserNeedsNoPassword() {
        String email = pool.invitedUser("Temporary-1");

        assertThat(answer(start(email).session(), email, PasswordlessLambda.WORD)
                        .authenticationResult())
                .isNotNull();
    }

    @Test
    void anAccountDeletedMeanwhileIsNotSignedIn() {
        String email = pool.confirmedUser();
        lambda.on("VerifyAuthChallengeResponse_Authentication", event -> {
            pool.client()
                    .adminDeleteUser(request ->
                            request.userPoolId(pool.standIn().userPoolId()).username(email));
            ((ObjectNode) event.path("response")).put("answerCorrect", true);
            return event.toString();
        });
        String session = start(email).session();

        assertRefusal(NotAuthorizedException.class, INCORRECT, () -> answer(session, email, PasswordlessLambda.WORD));
    }

    @Test
    void aConfidentialClientProvesItselfInEachStep() {
        String email = pool.confirmedUser();
        String client = pool.standIn().clientId();
        Map<String, String> parameters = new HashMap<>(Map.of("USERNAME", email));
        assertRefusal(
                NotAuthorizedException.class,
                "Client " + client + " is configured with secret but SECRET_HASH was not received",
                () -> start(client, parameters));
        parameters.put("SECRET_HASH", pool.secretHash(email));

        String session = start(client, parameters).session();
        parameters.put("ANSWER", PasswordlessLambda.WORD);

        assertThat(pool.client()
                        .adminRespondToAuthChallenge(
                                request -> request.userPoolId(pool.standIn().userPoolId())
                                        .clientId(client)
                                        .challengeName(ChallengeNameType.CUSTOM_CHALLENGE)
                                        .session(session)
                                        .challengeResponses(parameters))
                        .authenticationResult())
                .isNotNull();
    }

    @Test
    void anAnswerIsNeeded() {
        String email = pool.confirmedUser();
        String session = start(email).session();

        assertRefusal(
                InvalidParameterException.class, "Missing required parameter ANSWER", () -> answer(session, email, ""));
    }

    @Test
    void whatTheLambdaSaysWrongIsReported() {
        String email = pool.confirmedUser();
        lambda.on("CreateAuthChallenge_Authentication", _ -> """
                {"errorMessage":"no ideas","errorType":"Error"}""");
        assertRefusal(
                UserLambdaValidationException.class,
                "CreateAuthChallenge failed with error no ideas.",
                () -> start(email));

        lambda.respond("DefineAuthChallenge_Authentication", "{}");
        assertRefusal(InvalidLambdaResponseException.class, "Unrecognizable lambda output", () -> start(email));
    }

    private InitiateAuthResponse start(String email) {
        return start(pool.standIn().publicClientId(), Map.of("USERNAME", email));
    }

    private InitiateAuthResponse start(String client, Map<String, String> parameters) {
        return pool.client()
                .initiateAuth(request -> request.clientId(client)
                        .authFlow(AuthFlowType.CUSTOM_AUTH)
                        .authParameters(parameters));
    }

    private RespondToAuthChallengeResponse answer(String session, String email, String answer) {
        return pool.client()
                .respondToAuthChallenge(
                        request -> request.clientId(pool.standIn().publicClientId())
                                .challengeName(ChallengeNameType.CUSTOM_CHALLENGE)
                                .session(session)
                                .challengeResponses(Map.of("USERNAME", email, "ANSWER", answer)));
    }
}
