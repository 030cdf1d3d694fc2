package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;

@ExtendWith(PoolExtension.class)
class SignInIT {

    private static final String INCORRECT = "Incorrect username or password.";

    private final PoolFixture pool;

    SignInIT(PoolFixture pool) {
        this.pool = pool;
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreRefusedAlike() {
        String email = pool.confirmedUser();

        assertRefusal(NotAuthorizedException.class, INCORRECT, () -> pool.initiate(email, "Wrong-Horse-7"));
        assertRefusal(
                NotAuthorizedException.class, INCORRECT, () -> pool.initiate(pool.newEmail(), PoolFixture.PASSWORD));
    }

    @Test
    void anUnconfirmedAccountIsToldSoOnlyWithItsPassword() {
        String email = pool.newEmail();
        pool.signUp(email);

        assertRefusal(
                UserNotConfirmedException.class,
                "User is not confirmed.",
                () -> pool.initiate(email, PoolFixture.PASSWORD));
        assertRefusal(NotAuthorizedException.class, INCORRECT, () -> pool.initiate(email, "Wrong-Horse-7"));
    }

    @Test
    void aDisabledAccountIsToldSoOnlyWithItsPassword() {
        String email = pool.confirmedUser();
        String refreshToken = pool.signIn(email).refreshToken();
        pool.client()
                .adminDisableUser(request ->
                        request.userPoolId(pool.standIn().userPoolId()).username(email));

        assertRefusal(
                NotAuthorizedException.class, "User is disabled.", () -> pool.initiate(email, PoolFixture.PASSWORD));
        assertRefusal(NotAuthorizedException.class, INCORRECT, () -> pool.initiate(email, "Wrong-Horse-7"));
        assertRefusal(NotAuthorizedException.class, "User is disabled.", () -> pool.refresh(refreshToken));
    }

    @Test
    void anAccountWhosePasswordWasResetMustChooseANewOne() {
        String email = pool.confirmedUser();
        pool.client()
                .adminResetUserPassword(request ->
                        request.userPoolId(pool.standIn().userPoolId()).username(email));

        assertRefusal(
                PasswordResetRequiredException.class,
                "Password reset required for the user",
                () -> pool.initiate(email, PoolFixture.PASSWORD));
    }

    @Test
    void everyCharacterOfALongPasswordCounts() {
        String email = pool.newEmail();
        String ninetyNine = "Aa1!" + "x".repeat(95);
        pool.client()
                .signUp(request -> request.clientId(pool.standIn().publicClientId())
                        .username(email)
                        .password(ninetyNine));
        pool.confirm(email, pool.mailbox().newestSecret(email));

        assertRefusal(
                NotAuthorizedException.class, INCORRECT, () -> pool.initiate(email, ninetyNine.substring(0, 98) + "y"));
        assertThat(pool.initiate(email, ninetyNine).authenticationResult()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = AuthFlowType.class,
            names = {"USER_AUTH"})
    void flowsThatTheClientDoesNotAllowAreRefused(AuthFlowType flow) {
        assertRefusal(
                InvalidParameterException.class,
                flow + " flow not enabled for this client",
                () -> pool.client()
                        .initiateAuth(request -> request.clientId(pool.standIn().publicClientId())
                                .authFlow(flow)
                                .authParameters(Map.of("USERNAME", "fan@example.com"))));
    }

    @Test
    void customChallengesNeedALambda() {
        assertRefusal(
                InvalidParameterException.class,
                "Custom auth lambda trigger is not configured for the user pool.",
                () -> pool.client()
                        .initiateAuth(request -> request.clientId(pool.standIn().publicClientId())
                                .authFlow(AuthFlowType.CUSTOM_AUTH)
                                .authParameters(Map.of("USERNAME", "fan@example.com"))));
    }

    @ParameterizedTest
    @CsvSource({
        "USER_PASSWORD_AUTH, USERNAME",
        "REFRESH_TOKEN_AUTH, REFRESH_TOKEN",
    })
    void aMissingParameterIsNamed(AuthFlowType flow, String missing) {
        assertRefusal(
                InvalidParameterException.class,
                "Missing required parameter " + missing,
                () -> pool.client()
                        .initiateAuth(request -> request.clientId(pool.standIn().publicClientId())
                                .authFlow(flow)
                                .authParameters(Map.of("PASSWORD", "x"))));
    }

    @Test
    void anUnknownClientIsNotFound() {
        assertRefusal(
                ResourceNotFoundException.class,
                "User pool client nobody does not exist.",
                () -> pool.client()
                        .initiateAuth(request -> request.clientId("nobody").authFlow(AuthFlowType.USER_PASSWORD_AUTH)));
    }

    @Test
    void theConfidentialClientProvesItself() {
        String email = pool.confirmedUser();
        String client = pool.standIn().clientId();

        assertRefusal(
                NotAuthorizedException.class,
                "Client " + client + " is configured with secret but SECRET_HASH was not received",
                () -> confidential(Map.of("USERNAME", email, "PASSWORD", PoolFixture.PASSWORD)));
        assertRefusal(
                NotAuthorizedException.class,
                "Unable to verify secret hash for client " + client,
                () -> confidential(Map.of("USERNAME", email, "PASSWORD", PoolFixture.PASSWORD, "SECRET_HASH", "bm8=")));
        assertThat(confidential(Map.of(
                                "USERNAME",
                                email,
                                "PASSWORD",
                                PoolFixture.PASSWORD,
                                "SECRET_HASH",
                                pool.secretHash(email)))
                        .authenticationResult())
                .isNotNull();
    }

    @Test
    void administratorsSignInForAUser() {
        String email = pool.confirmedUser();

        AdminInitiateAuthResponse response = pool.client()
                .adminInitiateAuth(request -> request.userPoolId(pool.standIn().userPoolId())
                        .clientId(pool.standIn().publicClientId())
                        .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", email, "PASSWORD", PoolFixture.PASSWORD)));

        assertThat(response.authenticationResult().accessToken()).isNotEmpty();
        assertRefusal(
                InvalidParameterException.class,
                "Initiate Auth method not supported.",
                () -> pool.client()
                        .initiateAuth(request -> request.clientId(pool.standIn().publicClientId())
                                .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                                .authParameters(Map.of("USERNAME", email, "PASSWORD", PoolFixture.PASSWORD))));
    }

    private InitiateAuthResponse confidential(Map<String, String> parameters) {
        return pool.client()
                .initiateAuth(request -> request.clientId(pool.standIn().clientId())
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(parameters));
    }
}
