package dev.medley.standins.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** The errors that groups of operations share, against what the SDK's model lists for each of them. */
class ModelledErrorsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signUp",
                "confirmSignUp",
                "resendConfirmationCode",
                "initiateAuth",
                "respondToAuthChallenge",
                "adminInitiateAuth",
                "adminRespondToAuthChallenge",
                "forgotPassword",
                "confirmForgotPassword",
                "adminCreateUser",
                "adminConfirmSignUp",
                "adminResetUserPassword",
                "updateUserAttributes",
                "adminUpdateUserAttributes",
                "getUserAttributeVerificationCode"
            })
    void whereTriggersRunTheirErrorsAreModelled(String operation) {
        assertThat(modelled(operation))
                .contains(
                        ErrorType.UNEXPECTED_LAMBDA.wireName(),
                        ErrorType.USER_LAMBDA_VALIDATION.wireName(),
                        ErrorType.INVALID_LAMBDA_RESPONSE.wireName());
    }

    @ParameterizedTest
    @CsvSource({
        "signUp, USERNAME_EXISTS INVALID_PASSWORD CODE_DELIVERY_FAILURE",
        "resendConfirmationCode, LIMIT_EXCEEDED CODE_DELIVERY_FAILURE",
        "forgotPassword, LIMIT_EXCEEDED CODE_DELIVERY_FAILURE",
        "adminCreateUser, USERNAME_EXISTS UNSUPPORTED_USER_STATE INVALID_PASSWORD CODE_DELIVERY_FAILURE",
        "changePassword, LIMIT_EXCEEDED INVALID_PASSWORD",
        "deleteUser, RESOURCE_NOT_FOUND",
        "updateUserAttributes, ALIAS_EXISTS CODE_DELIVERY_FAILURE",
        "adminUpdateUserAttributes, ALIAS_EXISTS USER_NOT_FOUND",
        "deleteUserAttributes, RESOURCE_NOT_FOUND",
        "adminDeleteUserAttributes, USER_NOT_FOUND",
        "getUserAttributeVerificationCode, LIMIT_EXCEEDED CODE_DELIVERY_FAILURE",
        "verifyUserAttribute, CODE_MISMATCH EXPIRED_CODE LIMIT_EXCEEDED",
        "adminDisableUser, USER_NOT_FOUND RESOURCE_NOT_FOUND",
        "adminEnableUser, USER_NOT_FOUND RESOURCE_NOT_FOUND",
        "adminUserGlobalSignOut, USER_NOT_FOUND RESOURCE_NOT_FOUND",
        "adminResetUserPassword, USER_NOT_FOUND RESOURCE_NOT_FOUND",
        "getTokensFromRefreshToken, REFRESH_TOKEN_REUSE RESOURCE_NOT_FOUND",
        "initiateAuth, USER_NOT_CONFIRMED PASSWORD_RESET_REQUIRED RESOURCE_NOT_FOUND",
        "respondToAuthChallenge, USER_NOT_CONFIRMED PASSWORD_RESET_REQUIRED INVALID_PASSWORD",
        "adminRespondToAuthChallenge, USER_NOT_CONFIRMED PASSWORD_RESET_REQUIRED INVALID_PASSWORD",
        "listUserPoolClients, RESOURCE_NOT_FOUND",
    })
    void whatAnOperationEmitsIsModelled(String operation, String types) {
        List<String> emitted = Stream.concat(
                        Stream.of(ErrorType.INVALID_PARAMETER, ErrorType.NOT_AUTHORIZED, ErrorType.INTERNAL_ERROR),
                        Arrays.stream(types.split(" ", -1)).map(ErrorType::valueOf))
                .map(ErrorType::wireName)
                .toList();

        assertThat(modelled(operation)).containsAll(emitted);
    }

    private static List<String> modelled(String operation) {
        return Arrays.stream(CognitoIdentityProviderClient.class.getMethods())
                .filter(method -> method.getName().equals(operation))
                .map(Method::getExceptionTypes)
                .flatMap(Arrays::stream)
                .map(Class::getSimpleName)
                .distinct()
                .toList();
    }
}
