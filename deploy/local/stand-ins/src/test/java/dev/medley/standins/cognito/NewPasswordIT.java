package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

@ExtendWith(PoolExtension.class)
class NewPasswordIT {

    private static final String TEMPORARY = "Temporary-1";

    private static final String CHOSEN = "My-Own-Choice-2";

    private final PoolFixture pool;

    NewPasswordIT(PoolFixture pool) {
        this.pool = pool;
    }

    @Test
    void anInvitedUserChoosesAPasswordFirst() {
        String email = pool.invitedUser(TEMPORARY);
        InitiateAuthResponse asked = pool.initiate(email, TEMPORARY);

        assertThat(asked.authenticationResult()).isNull();
        assertThat(asked.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
        assertThat(asked.challengeParameters()).containsKeys("USER_ID_FOR_SRP", "userAttributes");
        assertThat(respond(asked.session(), email, CHOSEN).authenticationResult())
                .isNotNull();
        assertThat(pool.initiate(email, CHOSEN).authenticationResult()).isNotNull();
        assertRefusal(
                NotAuthorizedException.class,
                "Invalid session for the user, session can only be used once.",
                () -> respond(asked.session(), email, CHOSEN));
    }

    @Test
    void anAnswerMustBeInTimeStrongAndFromTheSameUser() {
        String email = pool.invitedUser(TEMPORARY);

        String session = pool.initiate(email, TEMPORARY).session();
        assertRefusal(
                InvalidPasswordException.class,
                "Password did not conform with policy: Password not long enough",
                () -> respond(session, email, "weak"));
        assertRefusal(
                NotAuthorizedException.class,
                "Invalid session for the user.",
                () -> respond(session, pool.confirmedUser(), CHOSEN));

        String late = pool.initiate(email, TEMPORARY).session();
        pool.clock().advance(Duration.ofMinutes(3));
        assertRefusal(
                NotAuthorizedException.class,
                "Invalid session for the user, session is expired.",
                () -> respond(late, email, CHOSEN));
    }

    @Test
    void anAnswerComesTooLateOnceAnAdministratorSetThePassword() {
        String email = pool.invitedUser(TEMPORARY);
        String session = pool.initiate(email, TEMPORARY).session();
        pool.client()
                .adminSetUserPassword(
                        request -> request.userPoolId(pool.standIn().userPoolId())
                                .username(email)
                                .password(PoolFixture.PASSWORD)
                                .permanent(true));

        assertRefusal(
                NotAuthorizedException.class, "Invalid session for the user.", () -> respond(session, email, CHOSEN));
        assertThat(pool.signIn(email)).isNotNull();
    }

    @Test
    void anInvitationIsGoodForAWeek() {
        String email = pool.invitedUser(TEMPORARY);
        pool.clock().advance(Duration.ofDays(7).plusSeconds(1));

        assertRefusal(
                NotAuthorizedException.class,
                "Temporary password has expired and must be reset by an administrator.",
                () -> pool.initiate(email, TEMPORARY));
    }

    private RespondToAuthChallengeResponse respond(String session, String email, String password) {
        return pool.client()
                .respondToAuthChallenge(
                        request -> request.clientId(pool.standIn().publicClientId())
                                .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                                .session(session)
                                .challengeResponses(Map.of("USERNAME", email, "NEW_PASSWORD", password)));
    }
}
