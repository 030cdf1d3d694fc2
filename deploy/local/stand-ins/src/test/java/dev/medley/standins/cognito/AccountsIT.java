package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** What users and administrators do with an account and the access to it. */
@ExtendWith(PoolExtension.class)
class AccountsIT {

    private static final String CHANGED = "Another-Horse-8";
    private static final String INCORRECT = "Incorrect username or password.";

    private final PoolFixture pool;

    AccountsIT(PoolFixture pool) {
        this.pool = pool;
    }

    @Test
    void aChangedPasswordReplacesTheOldOneAndSessionsGoOn() {
        String email = pool.confirmedUser();
        AuthenticationResultType session = pool.signIn(email);

        changePassword(session, PoolFixture.PASSWORD, CHANGED);

        assertThat(pool.initiate(email, CHANGED).authenticationResult()).isNotNull();
        assertRefusal(NotAuthorizedException.class, INCORRECT, () -> pool.signIn(email));
        assertThat(pool.refresh(session.refreshToken()).accessToken()).isNotEmpty();
    }

    @Test
    void aPasswordIsChangedOnlyByWhoeverKnowsIt() {
        AuthenticationResultType session = pool.signIn(pool.confirmedUser());

        assertRefusal(
                InvalidPasswordException.class,
                "Password did not conform with policy: Password not long enough",
                () -> changePassword(session, PoolFixture.PASSWORD, "weak"));
        for (int i = 0; i < 5; i++) {
            assertRefusal(
                    NotAuthorizedException.class, INCORRECT, () -> changePassword(session, "Wrong-Horse-7", CHANGED));
        }
        assertRefusal(
                LimitExceededException.class,
                "Attempt limit exceeded, please try after some time.",
                () -> changePassword(session, PoolFixture.PASSWORD, CHANGED));
    }

    @Test
    void aDeletedUserIsGoneWithEverythingUnderTheirAddress() {
        String email = pool.confirmedUser();
        AuthenticationResultType session = pool.signIn(email);
        assertRefusal(NotAuthorizedException.class, INCORRECT, () -> pool.initiate(email, "Wrong-Horse-7"));
        pool.client()
                .forgotPassword(request ->
                        request.clientId(pool.standIn().publicClientId()).username(email));
        assertThat(rowsUnder(email)).isPositive();

        pool.client().deleteUser(request -> request.accessToken(session.accessToken()));

        assertThat(rowsUnder(email)).isZero();
        assertRefusal(
                NotAuthorizedException.class,
                "Invalid Access Token",
                () -> pool.client().deleteUser(request -> request.accessToken(session.accessToken())));
        assertRefusal(
                NotAuthorizedException.class, "Invalid Refresh Token", () -> pool.refresh(session.refreshToken()));
        assertThat(pool.signUp(email).userSub()).isNotEmpty();
    }

    @Test
    void disablingEndsEverySessionForGood() {
        String email = pool.confirmedUser();
        AuthenticationResultType session = pool.signIn(email);

        pool.client().adminDisableUser(request -> request.userPoolId(poolId()).username(email));

        assertRefusal(NotAuthorizedException.class, "User is disabled.", () -> pool.signIn(email));
        assertRefusal(NotAuthorizedException.class, "User is disabled.", () -> pool.refresh(session.refreshToken()));
        assertRevoked(session);
        assertThat(pool.client()
                        .adminGetUser(request -> request.userPoolId(poolId()).username(email))
                        .enabled())
                .isFalse();

        pool.client().adminEnableUser(request -> request.userPoolId(poolId()).username(email));

        assertThat(pool.signIn(email)).isNotNull();
        assertRefusal(
                NotAuthorizedException.class,
                "Refresh Token has been revoked",
                () -> pool.refresh(session.refreshToken()));
    }

    @Test
    void anAdministratorSignsAUserOutEverywhere() {
        String email = pool.confirmedUser();
        AuthenticationResultType session = pool.signIn(email);

        pool.client()
                .adminUserGlobalSignOut(request -> request.userPoolId(poolId()).username(email));

        assertRevoked(session);
        assertThat(pool.signIn(email)).isNotNull();
    }

    @Test
    void aResetPasswordIsReplacedWithTheCodeThatWasMailed() {
        String email = pool.confirmedUser();

        reset(email);

        assertRefusal(
                PasswordResetRequiredException.class, "Password reset required for the user", () -> pool.signIn(email));
        pool.client()
                .confirmForgotPassword(
                        request -> request.clientId(pool.standIn().publicClientId())
                                .username(email)
                                .confirmationCode(pool.mailbox().newestSecret(email))
                                .password(CHANGED));
        assertThat(pool.initiate(email, CHANGED).authenticationResult()).isNotNull();
    }

    @Test
    void onlyAPasswordThatCanBeReplacedIsReset() {
        assertRefusal(
                NotAuthorizedException.class,
                "User password cannot be reset in the current state.",
                () -> reset(pool.invitedUser("Temporary-1")));
        String unproven = pool.newEmail();
        pool.signUp(unproven);
        pool.client().adminConfirmSignUp(request -> request.userPoolId(poolId()).username(unproven));
        assertRefusal(
                InvalidParameterException.class,
                "Cannot reset password for the user as there is no registered/verified email or phone_number",
                () -> reset(unproven));
    }

    @Test
    void administratorsAreToldOfUnknownUsers() {
        String email = pool.newEmail();

        assertRefusal(UserNotFoundException.class, "User does not exist.", () -> reset(email));
        assertRefusal(
                UserNotFoundException.class,
                "User does not exist.",
                () -> pool.client()
                        .adminDisableUser(
                                request -> request.userPoolId(poolId()).username(email)));
        assertRefusal(
                UserNotFoundException.class,
                "User does not exist.",
                () -> pool.client()
                        .adminEnableUser(request -> request.userPoolId(poolId()).username(email)));
        assertRefusal(
                UserNotFoundException.class,
                "User does not exist.",
                () -> pool.client()
                        .adminUserGlobalSignOut(
                                request -> request.userPoolId(poolId()).username(email)));
    }

    private void assertRevoked(AuthenticationResultType session) {
        assertRefusal(
                NotAuthorizedException.class,
                "Access Token has been revoked",
                () -> pool.client().getUser(request -> request.accessToken(session.accessToken())));
    }

    private void changePassword(AuthenticationResultType session, String previous, String proposed) {
        pool.client()
                .changePassword(request -> request.accessToken(session.accessToken())
                        .previousPassword(previous)
                        .proposedPassword(proposed));
    }

    private void reset(String email) {
        pool.client()
                .adminResetUserPassword(request -> request.userPoolId(poolId()).username(email));
    }

    private String poolId() {
        return pool.standIn().userPoolId();
    }

    private long rowsUnder(String email) {
        return JdbcClient.create(pool.database())
                .sql("""
                        select (select count(*) from cognito.app_user where email = :email)
                            + (select count(*) from cognito.sign_in_failure where email = :email)
                            + (select count(*) from cognito.request_count where email = :email)
                        """)
                .param("email", email)
                .query(Long.class)
                .single();
    }
}
