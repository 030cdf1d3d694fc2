package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedUserStateException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

@ExtendWith(PoolExtension.class)
class AdministrationIT {

    private final PoolFixture pool;

    AdministrationIT(PoolFixture pool) {
        this.pool = pool;
    }

    @Test
    void aDeletedUserIsGoneAndTheAddressIsFree() {
        String email = pool.newEmail();
        invite(email, null);

        pool.sdk()
                .adminDeleteUser(request ->
                        request.userPoolId(pool.standIn().userPoolId()).username(email));

        assertRefusal(UserNotFoundException.class, "User does not exist.", () -> get(email));
        invite(email, null);
        assertThat(get(email).userStatus()).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
    }

    @Test
    void anInvitationIsMailedWithAPasswordOfItsOwn() {
        String email = pool.newEmail();

        invite(email, null);

        assertThat(get(email).userStatus()).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
        assertThat(pool.mailbox().to(email))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).startsWith("Your username is " + email));
        assertThat(pool.initiate(email, pool.mailbox().newestSecret(email)).challengeNameAsString())
                .isEqualTo("NEW_PASSWORD_REQUIRED");
    }

    @Test
    void anInvitationSentAgainReplacesThePassword() {
        String email = pool.newEmail();
        invite(email, null);
        String first = pool.mailbox().newestSecret(email);

        invite(email, MessageActionType.RESEND);

        assertRefusal(
                NotAuthorizedException.class, "Incorrect username or password.", () -> pool.initiate(email, first));
        assertThat(pool.initiate(email, pool.mailbox().newestSecret(email)).session())
                .isNotEmpty();
    }

    @Test
    void whoChoseAPasswordIsNotInvitedAgain() {
        String confirmed = pool.confirmedUser();
        assertRefusal(
                UnsupportedUserStateException.class,
                "Resend not possible. " + get(confirmed).username() + " status is not FORCE_CHANGE_PASSWORD",
                () -> invite(confirmed, MessageActionType.RESEND));
    }

    @Test
    void aSuppressedInvitationMailsNothingAndAPermanentPasswordConfirms() {
        String email = pool.newEmail();

        invite(email, MessageActionType.SUPPRESS);
        setPassword(email, PoolFixture.PASSWORD, true);

        assertThat(pool.mailbox().to(email)).isEmpty();
        assertThat(get(email).userStatus()).isEqualTo(UserStatusType.CONFIRMED);
        assertThat(attributes(get(email))).containsEntry("email_verified", "true");
        assertThat(pool.signIn(email)).isNotNull();
        assertRefusal(
                UsernameExistsException.class,
                "User account already exists",
                () -> invite(email, MessageActionType.SUPPRESS));
    }

    @Test
    void aTemporaryPasswordMustBeChangedAgain() {
        String email = pool.confirmedUser();

        setPassword(email, "Temporary-1", false);

        assertThat(pool.initiate(email, "Temporary-1").challengeNameAsString()).isEqualTo("NEW_PASSWORD_REQUIRED");
        assertRefusal(
                InvalidPasswordException.class,
                "Password did not conform with policy: Password not long enough",
                () -> setPassword(email, "weak", true));
    }

    @Test
    void anAdministratorConfirmsAnAccountButNotItsAddress() {
        String email = pool.newEmail();
        pool.signUp(email);

        confirm(email);

        assertThat(attributes(get(email))).containsEntry("email_verified", "false");
        assertThat(pool.signIn(email)).isNotNull();
        assertRefusal(
                NotAuthorizedException.class,
                "User cannot be confirmed. Current status is CONFIRMED",
                () -> confirm(email));
    }

    @Test
    void aUserIsFoundByAddressAndByUsername() {
        String email = pool.confirmedUser();

        AdminGetUserResponse user = get(email);

        assertThat(attributes(user)).containsEntry("sub", user.username()).containsEntry("email", email);
        assertThat(user.enabled()).isTrue();
        assertThat(user.userCreateDate()).isNotNull();
        assertThat(get(user.username()).userAttributes()).isEqualTo(user.userAttributes());
    }

    @Test
    void administratorsAreToldWhatIsMissing() {
        assertRefusal(UserNotFoundException.class, "User does not exist.", () -> get(pool.newEmail()));
        assertRefusal(
                ResourceNotFoundException.class,
                "User pool eu-central-1_Elsewhere does not exist.",
                () -> pool.client()
                        .adminGetUser(request ->
                                request.userPoolId("eu-central-1_Elsewhere").username("x")));
    }

    private void invite(String email, @Nullable MessageActionType action) {
        pool.client()
                .adminCreateUser(request -> request.userPoolId(pool.standIn().userPoolId())
                        .username(email)
                        .userAttributes(AttributeType.builder()
                                .name("email_verified")
                                .value("true")
                                .build())
                        .messageAction(action));
    }

    private void setPassword(String email, String password, boolean permanent) {
        pool.client()
                .adminSetUserPassword(
                        request -> request.userPoolId(pool.standIn().userPoolId())
                                .username(email)
                                .password(password)
                                .permanent(permanent));
    }

    private void confirm(String email) {
        pool.client()
                .adminConfirmSignUp(request ->
                        request.userPoolId(pool.standIn().userPoolId()).username(email));
    }

    private AdminGetUserResponse get(String username) {
        return pool.client()
                .adminGetUser(request ->
                        request.userPoolId(pool.standIn().userPoolId()).username(username));
    }

    private static Map<String, String> attributes(AdminGetUserResponse user) {
        return user.userAttributes().stream().collect(Collectors.toMap(AttributeType::name, AttributeType::value));
    }
}
