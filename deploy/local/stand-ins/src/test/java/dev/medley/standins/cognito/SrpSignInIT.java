package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;

@ExtendWith(PoolExtension.class)
class SrpSignInIT {

    private static final String INCORRECT = "Incorrect username or password.";

    private final PoolFixture pool;
    private final SrpClient srp;

    SrpSignInIT(PoolFixture pool) {
        this.pool = pool;
        this.srp = new SrpClient(pool.standIn().userPoolId());
    }

    @Test
    void thePasswordIsProvenWithoutBeingSent() {
        String email = pool.confirmedUser();

        InitiateAuthResponse asked = start(email);

        assertThat(asked.challengeName()).isEqualTo(ChallengeNameType.PASSWORD_VERIFIER);
        assertThat(asked.challengeParameters())
                .containsOnlyKeys("SALT", "SRP_B", "SECRET_BLOCK", "USERNAME", "USER_ID_FOR_SRP");
        assertThat(answer(asked, PoolFixture.PASSWORD).authenticationResult().accessToken())
                .isNotEmpty();
        assertRefusal(
                NotAuthorizedException.class,
                "Invalid session for the user, session can only be used once.",
                () -> answer(asked, PoolFixture.PASSWORD));
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() {
        String unknown = pool.newEmail();

        InitiateAuthResponse known = start(pool.confirmedUser());
        InitiateAuthResponse asked = start(unknown);

        assertThat(asked.challengeName()).isEqualTo(ChallengeNameType.PASSWORD_VERIFIER);
        assertThat(asked.challengeParameters().keySet())
                .isEqualTo(known.challengeParameters().keySet());
        assertThat(start(unknown).challengeParameters())
                .containsEntry("SALT", asked.challengeParameters().getOrDefault("SALT", ""))
                .containsEntry("USERNAME", asked.challengeParameters().getOrDefault("USERNAME", ""));
        assertRefusal(NotAuthorizedException.class, INCORRECT, () -> answer(known, "Wrong-Horse-7"));
        assertRefusal(NotAuthorizedException.class, INCORRECT, () -> answer(asked, PoolFixture.PASSWORD));
    }

    @Test
    void guessesCountLikeTypedOnes() {
        String email = pool.confirmedUser();
        for (int i = 0; i < 5; i++) {
            InitiateAuthResponse asked = start(email);
            assertRefusal(NotAuthorizedException.class, INCORRECT, () -> answer(asked, "Wrong-Horse-7"));
        }

        InitiateAuthResponse asked = start(email);
        assertRefusal(
                NotAuthorizedException.class, "Password attempts exceeded", () -> answer(asked, PoolFixture.PASSWORD));
        assertRefusal(NotAuthorizedException.class, "Password attempts exceeded", () -> pool.signIn(email));
    }

    @Test
    void eachNewPasswordHasItsVerifier() {
        String email = pool.invitedUser("Temporary-1");
        RespondToAuthChallengeResponse next = answer(start(email), "Temporary-1");
        assertThat(next.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
        pool.client()
                .respondToAuthChallenge(
                        request -> request.clientId(pool.standIn().publicClientId())
                                .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                                .session(next.session())
                                .challengeResponses(Map.of("USERNAME", email, "NEW_PASSWORD", "Chosen-Horse-9")));
        assertThat(answer(start(email), "Chosen-Horse-9").authenticationResult())
                .isNotNull();

        pool.client()
                .forgotPassword(request ->
                        request.clientId(pool.standIn().publicClientId()).username(email));
        pool.client()
                .adminSetUserPassword(
                        request -> request.userPoolId(pool.standIn().userPoolId())
                                .username(email)
                                .password(PoolFixture.PASSWORD)
                                .permanent(true));
        assertThat(answer(start(email), PoolFixture.PASSWORD).authenticationResult())
                .isNotNull();
        InitiateAuthResponse old = start(email);
        assertRefusal(NotAuthorizedException.class, INCORRECT, () -> answer(old, "Chosen-Horse-9"));
    }

    @Test
    void aPasswordFromBeforeThereWereVerifiersIsLikeAWrongOne() {
        String email = pool.confirmedUser();
        JdbcClient.create(pool.database())
                .sql("update cognito.app_user set srp_salt = null, srp_verifier = null where email = ?")
                .param(email)
                .update();
        InitiateAuthResponse asked = start(email);

        assertRefusal(NotAuthorizedException.class, INCORRECT, () -> answer(asked, PoolFixture.PASSWORD));
        assertThat(pool.signIn(email)).isNotNull();
    }

    @Test
    void anUnconfirmedAccountIsToldSoOnlyWithItsPassword() {
        String email = pool.newEmail();
        pool.signUp(email);

        InitiateAuthResponse first = start(email);
        assertRefusal(NotAuthorizedException.class, INCORRECT, () -> answer(first, "Wrong-Horse-7"));
        InitiateAuthResponse second = start(email);
        assertRefusal(
                UserNotConfirmedException.class, "User is not confirmed.", () -> answer(second, PoolFixture.PASSWORD));
    }

    @Test
    void aProofComesWithinThreeMinutes() {
        InitiateAuthResponse asked = start(pool.confirmedUser());
        pool.clock().advance(Duration.ofMinutes(3));

        assertRefusal(
                NotAuthorizedException.class,
                "Invalid session for the user, session is expired.",
                () -> answer(asked, PoolFixture.PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "xyz", "modulus"})
    void aKeyThatWouldMakeAnyPasswordRightIsRefused(String srpA) {
        String key = srpA.equals("modulus") ? Srp.MODULUS.toString(16) : srpA;

        assertRefusal(
                InvalidParameterException.class,
                "SRP_A is not a valid public key",
                () -> start(Map.of("USERNAME", "fan@example.com", "SRP_A", key)));
    }

    @Test
    void theTimestampHasItsForm() {
        InitiateAuthResponse asked = start(pool.confirmedUser());
        Map<String, String> answers = srp.answer(asked.challengeParameters(), PoolFixture.PASSWORD);
        answers.put("TIMESTAMP", "2026-11-22T10:00:00Z");

        assertRefusal(
                InvalidParameterException.class,
                "TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.",
                () -> answer(answers));
    }

    @Test
    void aCustomSignInCanAskForThePasswordFirst() {
        RecordingLambda lambda = PasswordlessLambda.create();
        RecordingLambda.Handler afterwards = lambda.handler("DefineAuthChallenge_Authentication");
        lambda.on("DefineAuthChallenge_Authentication", event -> {
            if (event.at("/request/session").size() == 1) {
                event.withObject("/response").put("challengeName", "PASSWORD_VERIFIER");
                return event.toString();
            }
            if (event.at("/request/session").size() == 2) {
                boolean right = event.at("/request/session/1/challengeResult").booleanValue();
                event.withObject("/response")
                        .put("challengeName", "CUSTOM_CHALLENGE")
                        .put("failAuthentication", !right);
                return event.toString();
            }
            return afterwards.handle(event);
        });
        pool.standIn().useTriggers(lambda);
        String email = pool.confirmedUser();

        InitiateAuthResponse asked = startCustom(email);
        assertThat(asked.challengeName()).isEqualTo(ChallengeNameType.PASSWORD_VERIFIER);
        RespondToAuthChallengeResponse question = answer(asked, PoolFixture.PASSWORD);
        assertThat(question.challengeName()).isEqualTo(ChallengeNameType.CUSTOM_CHALLENGE);
        assertThat(pool.client()
                        .respondToAuthChallenge(request -> request.clientId(
                                        pool.standIn().publicClientId())
                                .challengeName(ChallengeNameType.CUSTOM_CHALLENGE)
                                .session(question.session())
                                .challengeResponses(Map.of("USERNAME", email, "ANSWER", PasswordlessLambda.WORD)))
                        .authenticationResult())
                .isNotNull();
        assertThat(lambda.events("DefineAuthChallenge_Authentication")
                        .getLast()
                        .at("/request/session")
                        .findValuesAsString("challengeName"))
                .containsExactly("SRP_A", "PASSWORD_VERIFIER", "CUSTOM_CHALLENGE");

        InitiateAuthResponse wrong = startCustom(email);
        assertRefusal(NotAuthorizedException.class, INCORRECT, () -> answer(wrong, "Wrong-Horse-7"));
    }

    private InitiateAuthResponse start(String email) {
        return start(Map.of("USERNAME", email, "SRP_A", srp.srpA()));
    }

    private InitiateAuthResponse start(Map<String, String> parameters) {
        return initiate(AuthFlowType.USER_SRP_AUTH, parameters);
    }

    private InitiateAuthResponse startCustom(String email) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("USERNAME", email);
        parameters.put("CHALLENGE_NAME", "SRP_A");
        parameters.put("SRP_A", srp.srpA());
        return initiate(AuthFlowType.CUSTOM_AUTH, parameters);
    }

    private InitiateAuthResponse initiate(AuthFlowType flow, Map<String, String> parameters) {
        return pool.client()
                .initiateAuth(request -> request.clientId(pool.standIn().publicClientId())
                        .authFlow(flow)
                        .authParameters(parameters));
    }

    private RespondToAuthChallengeResponse answer(InitiateAuthResponse asked, String password) {
        return answer(srp.answer(asked.challengeParameters(), password));
    }

    private RespondToAuthChallengeResponse answer(Map<String, String> answers) {
        return pool.client()
                .respondToAuthChallenge(
                        request -> request.clientId(pool.standIn().publicClientId())
                                .challengeName(ChallengeNameType.PASSWORD_VERIFIER)
                                .challengeResponses(answers));
    }
}
