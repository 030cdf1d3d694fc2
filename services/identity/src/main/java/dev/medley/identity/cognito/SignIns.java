package dev.medley.identity.cognito;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** Opens sessions by password, goes on with them and ends them. */
@Component
public class SignIns {

    private final PoolCalls pool;

    SignIns(PoolCalls pool) {
        this.pool = pool;
    }

    /** Signs in with a password; an invited user is asked for a new one. */
    public SignInStep signIn(String email, String password) {
        return pool.call(() -> {
            InitiateAuthResponse response = pool.cognito()
                    .initiateAuth(request -> request.clientId(pool.clientId())
                            .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                            .authParameters(Map.of(
                                    "USERNAME", email, "PASSWORD", password, "SECRET_HASH", pool.secretHash(email))));
            return PoolChallenge.step(
                    response.authenticationResult(),
                    response.challengeName(),
                    response.session(),
                    response.challengeParameters(),
                    email);
        });
    }

    /** Answers {@link PoolChallenge.Kind#NEW_PASSWORD_REQUIRED}. */
    public SignInStep replacePassword(PoolChallenge challenge, String newPassword) {
        return pool.call(() -> {
            RespondToAuthChallengeResponse response = pool.cognito()
                    .respondToAuthChallenge(request -> request.clientId(pool.clientId())
                            .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                            .session(challenge.session())
                            .challengeResponses(Map.of(
                                    "USERNAME", challenge.username(),
                                    "NEW_PASSWORD", newPassword,
                                    "SECRET_HASH", pool.secretHash(challenge.username()))));
            return PoolChallenge.step(
                    response.authenticationResult(),
                    response.challengeName(),
                    response.session(),
                    response.challengeParameters(),
                    challenge.username());
        });
    }

    /**
     * New tokens for a session.
     *
     * @param sub the session's user; the pool's proof for refreshing is made with it
     */
    public Tokens refresh(String sub, String refreshToken) {
        return pool.call(() -> {
            try {
                return Tokens.from(pool.cognito()
                        .initiateAuth(request -> request.clientId(pool.clientId())
                                .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                                .authParameters(
                                        Map.of("REFRESH_TOKEN", refreshToken, "SECRET_HASH", pool.secretHash(sub))))
                        .authenticationResult());
            } catch (NotAuthorizedException | UserNotFoundException e) {
                if (e instanceof NotAuthorizedException refusal && CognitoProblems.blamesTheClient(refusal)) {
                    throw e;
                }
                // Revoked, expired, disabled or deleted: the user signs in again or learns there why not.
                throw ProblemException.of(ProblemCode.SESSION_EXPIRED, "The session has ended. Please sign in again.")
                        .causedBy(e);
            }
        });
    }

    /** Ends all of a user's sessions. Repeating it is harmless: what a first attempt left half done can be completed. */
    public void signOut(String accessToken) {
        pool.call(() -> {
            try {
                return pool.cognito().globalSignOut(request -> request.accessToken(accessToken));
            } catch (NotAuthorizedException e) {
                if (e.awsErrorDetails().errorMessage().equals("Access Token has been revoked")) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }
}
