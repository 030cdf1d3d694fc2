package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

@ExtendWith(PoolExtension.class)
class PasswordResetIT {

    private static final String NEW_PASSWORD = "Another-Horse-8";
    private static final String EXPIRED = "Invalid code provided, please request a code again.";
    private static final String MISMATCH = "Invalid verification code provided, please try again.";
    private static final String LIMIT = "Attempt limit exceeded, please try after some time.";

    private final PoolFixture pool;

    PasswordResetIT(PoolFixture pool) {
        this.pool = pool;
    }

    @Test
    void aMailedCodeSetsANewPasswordOnce() {
        String email = pool.confirmedUser();

        assertThat(forgot(email)).isEqualTo("f***@e***");
        String code = pool.mailbox().newestSecret(email);
        confirm(email, code, NEW_PASSWORD);

        assertThat(pool.initiate(email, NEW_PASSWORD).authenticationResult()).isNotNull();
        assertRefusal(NotAuthorizedException.class, "Incorrect username or password.", () -> pool.signIn(email));
        assertRefusal(ExpiredCodeException.class, EXPIRED, () -> confirm(email, code, NEW_PASSWORD));
    }

    @Test
    void aCodeExpiresAfterAnHour() {
        String email = pool.confirmedUser();
        forgot(email);
        pool.clock().advance(Duration.ofHours(1));

        assertRefusal(
                ExpiredCodeException.class,
                EXPIRED,
                () -> confirm(email, pool.mailbox().newestSecret(email), NEW_PASSWORD));
    }

    @Test
    void aWeakPasswordDoesNotUseUpTheCode() {
        String email = pool.confirmedUser();
        forgot(email);
        String code = pool.mailbox().newestSecret(email);

        assertRefusal(
                InvalidPasswordException.class,
                "Password did not conform with policy: Password must have symbol characters",
                () -> confirm(email, code, "Another0Horse8"));
        confirm(email, code, NEW_PASSWORD);
    }

    @Test
    void aSignUpCodeIsNoResetCode() {
        String email = pool.newEmail();
        pool.signUp(email);

        assertRefusal(
                ExpiredCodeException.class,
                EXPIRED,
                () -> confirm(email, pool.mailbox().newestSecret(email), NEW_PASSWORD));
    }

    @Test
    void guessingEndsAfterFiveCodes() {
        String email = pool.confirmedUser();
        forgot(email);
        String code = pool.mailbox().newestSecret(email);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertRefusal(CodeMismatchException.class, MISMATCH, () -> confirm(email, wrong, NEW_PASSWORD));
        }

        assertRefusal(LimitExceededException.class, LIMIT, () -> confirm(email, code, NEW_PASSWORD));
    }

    @Test
    void deliveryIsSimulatedToUnknownAndUnverifiedAddresses() {
        String unknown = pool.newEmail();
        String unverified = pool.newEmail();
        pool.signUp(unverified);

        for (String email : new String[] {unknown, unverified}) {
            for (int i = 0; i < 5; i++) {
                assertThat(forgot(email)).isEqualTo("f***@e***");
            }
            assertRefusal(LimitExceededException.class, LIMIT, () -> forgot(email));
        }
        assertThat(pool.mailbox().to(unknown)).isEmpty();
        assertThat(pool.mailbox().to(unverified)).as("the sign-up mail").hasSize(1);
        assertRefusal(CodeMismatchException.class, MISMATCH, () -> confirm(unknown, "123456", NEW_PASSWORD));
    }

    @Test
    void anInvitedUserHasNoPasswordToReset() {
        String email = pool.invitedUser("Temporary-1");

        assertRefusal(
                NotAuthorizedException.class,
                "User password cannot be reset in the current state.",
                () -> forgot(email));
    }

    @Test
    void anUndeliverableCodeIsReported() {
        String email = pool.confirmedUser();
        pool.mailbox().bounce(email);

        assertRefusal(CodeDeliveryFailureException.class, "Unable to deliver code to user", () -> forgot(email));
    }

    @Test
    void theConfidentialClientProvesItself() {
        String email = pool.confirmedUser();
        String client = pool.standIn().clientId();

        assertRefusal(
                NotAuthorizedException.class,
                "Client " + client + " is configured with secret but SECRET_HASH was not received",
                () -> pool.client()
                        .forgotPassword(request -> request.clientId(client).username(email)));
        assertRefusal(
                NotAuthorizedException.class,
                "Unable to verify secret hash for client " + client,
                () -> pool.client()
                        .confirmForgotPassword(request -> request.clientId(client)
                                .secretHash("bm8=")
                                .username(email)
                                .confirmationCode("123456")
                                .password(NEW_PASSWORD)));
    }

    private String forgot(String email) {
        return pool.client()
                .forgotPassword(request ->
                        request.clientId(pool.standIn().publicClientId()).username(email))
                .codeDeliveryDetails()
                .destination();
    }

    private void confirm(String email, String code, String password) {
        pool.client()
                .confirmForgotPassword(
                        request -> request.clientId(pool.standIn().publicClientId())
                                .username(email)
                                .confirmationCode(code)
                                .password(password));
    }
}
