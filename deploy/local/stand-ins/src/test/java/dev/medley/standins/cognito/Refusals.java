package dev.medley.standins.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

/** Type and message of an error, as the SDK reads them off the wire. */
final class Refusals {

    private Refusals() {}

    static void assertRefusal(
            Class<? extends CognitoIdentityProviderException> type, String message, ThrowingCallable call) {
        assertThatExceptionOfType(type).isThrownBy(call).satisfies(error -> {
            assertThat(error.awsErrorDetails().errorMessage()).isEqualTo(message);
            assertThat(error.statusCode()).isEqualTo(400);
        });
    }
}
