package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

@ExtendWith(PoolExtension.class)
class ConfirmationIT {

    private static final String MISMATCH = "Invalid verification code provided, please try again.";

    private final PoolFixture pool;

    ConfirmationIT(PoolFixture pool) {
        this.pool = pool;
    }

    @Test
    void aWrongCodeIsRefusedAndTheRightOneStillWorks() {
        String email = pool.newEmail();
        pool.signUp(email);
        String code = pool.mailbox().newestSecret(email);

        assertRefusal(CodeMismatchException.class, MISMATCH, () -> pool.confirm(email, otherThan(code)));
        pool.confirm(email, code);
    }

    @Test
    void aCodeExpiresAfterADay() {
        String email = pool.newEmail();
        pool.signUp(email);
        pool.clock().advance(Duration.ofHours(24));

        assertRefusal(
                ExpiredCodeException.class,
                "Invalid code provided, please request a code again.",
                () -> pool.confirm(email, pool.mailbox().newestSecret(email)));
    }

    @Test
    void aCodeIsStillGoodASecondBeforeThat() {
        String email = pool.newEmail();
        pool.signUp(email);
        pool.clock().advance(Duration.ofHours(24).minusSeconds(1));

        pool.confirm(email, pool.mailbox().newestSecret(email));

        assertThat(pool.signIn(email).accessToken()).isNotEmpty();
    }

    @Test
    void guessingEndsAfterFiveCodesEvenWithTheRightOne() {
        String email = pool.newEmail();
        pool.signUp(email);
        String code = pool.mailbox().newestSecret(email);
        for (int i = 0; i < 5; i++) {
            assertRefusal(CodeMismatchException.class, MISMATCH, () -> pool.confirm(email, otherThan(code)));
        }

        assertRefusal(LimitExceededException.class, limitMessage(), () -> pool.confirm(email, code));
        pool.clock().advance(Duration.ofHours(1));
        pool.confirm(email, code);
    }

    @Test
    void aConfirmedAccountCannotBeConfirmedAgain() {
        String email = pool.confirmedUser();

        assertRefusal(
                NotAuthorizedException.class,
                "User cannot be confirmed. Current status is CONFIRMED",
                () -> pool.confirm(email, "123456"));
        assertRefusal(InvalidParameterException.class, "User is already confirmed.", () -> resend(email));
    }

    @Test
    void aResentCodeReplacesTheFirst() {
        String email = pool.newEmail();
        pool.signUp(email);
        String first = pool.mailbox().newestSecret(email);

        assertThat(resend(email).destination()).isEqualTo("f***@e***");

        String second = pool.mailbox().newestSecret(email);
        assertThat(second).isNotEqualTo(first);
        assertRefusal(CodeMismatchException.class, MISMATCH, () -> pool.confirm(email, first));
        pool.confirm(email, second);
    }

    @Test
    void knownAndUnknownAddressesAreAnsweredAlike() {
        String unknown = pool.newEmail();
        String known = pool.newEmail();
        pool.signUp(known);

        for (String email : new String[] {known, unknown}) {
            for (int i = 0; i < 5; i++) {
                assertThat(resend(email).destination()).isEqualTo("f***@e***");
            }
            assertRefusal(LimitExceededException.class, limitMessage(), () -> resend(email));
        }
        assertThat(pool.mailbox().to(unknown)).isEmpty();
        assertThat(pool.mailbox().to(known)).hasSize(6);
        assertRefusal(CodeMismatchException.class, MISMATCH, () -> pool.confirm(unknown, "123456"));
    }

    private CodeDeliveryDetailsType resend(String email) {
        return pool.client()
                .resendConfirmationCode(request ->
                        request.clientId(pool.standIn().publicClientId()).username(email))
                .codeDeliveryDetails();
    }

    private static String otherThan(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static String limitMessage() {
        return "Attempt limit exceeded, please try after some time.";
    }
}
