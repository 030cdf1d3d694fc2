package dev.medley.identity.cognito;

import dev.medley.identity.crypto.ServiceSecret;
import dev.medley.secrets.KeyedHash;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/**
 * Signs in with a mailed code, the pool's custom challenge. An address without an account goes through the same steps,
 * and so does one whose account may not sign in: the pool refuses it at once, so that a stranger takes its place.
 */
@Component
public class LoginCodes {

    private static final Logger log = LoggerFactory.getLogger(LoginCodes.class);

    private final PoolCalls pool;
    private final KeyedHash strangers;

    LoginCodes(PoolCalls pool, ServiceSecret secret) {
        this.pool = pool;
        this.strangers = secret.hashFor("strangers");
    }

    /** Asks the pool to mail a code. */
    public PoolChallenge request(String email) {
        return pool.call(() -> {
            try {
                return start(email);
            } catch (NotAuthorizedException e) {
                if (CognitoProblems.blamesTheClient(e)) {
                    throw e;
                }
                return startAsStranger(email, e);
            } catch (UserNotConfirmedException | PasswordResetRequiredException | UserNotFoundException e) {
                return startAsStranger(email, e);
            }
        });
    }

    private PoolChallenge startAsStranger(String email, RuntimeException refusal) {
        log.debug("no code for an account that may not sign in", refusal);
        return start("%s@stranger.invalid".formatted(HexFormat.of().formatHex(strangers.of(email))));
    }

    private PoolChallenge start(String username) {
        InitiateAuthResponse response = triggered(() -> pool.cognito()
                .initiateAuth(request -> request.clientId(pool.clientId())
                        .authFlow(AuthFlowType.CUSTOM_AUTH)
                        .authParameters(Map.of("USERNAME", username, "SECRET_HASH", pool.secretHash(username)))));
        SignInStep step = PoolChallenge.step(
                response.authenticationResult(),
                response.challengeName(),
                response.session(),
                response.challengeParameters(),
                username);
        return switch (step) {
            case PoolChallenge challenge -> challenge;
            case Tokens _ -> throw new IllegalStateException("the user pool asked for nothing");
        };
    }

    /**
     * Gives the pool the code: tokens, or the same question once more for a wrong one.
     *
     * @throws ProblemException {@code session-expired} after the last try or when the session is over
     */
    public SignInStep answer(PoolChallenge challenge, String code) {
        return pool.call(() -> {
            try {
                RespondToAuthChallengeResponse response = triggered(() -> pool.cognito()
                        .respondToAuthChallenge(request -> request.clientId(pool.clientId())
                                .challengeName(ChallengeNameType.CUSTOM_CHALLENGE)
                                .session(challenge.session())
                                .challengeResponses(Map.of(
                                        "USERNAME", challenge.username(),
                                        "ANSWER", code,
                                        "SECRET_HASH", pool.secretHash(challenge.username())))));
                return PoolChallenge.step(
                        response.authenticationResult(),
                        response.challengeName(),
                        response.session(),
                        response.challengeParameters(),
                        challenge.username());
            } catch (NotAuthorizedException e) {
                if (CognitoProblems.blamesTheClient(e)) {
                    throw e;
                }
                // Too many wrong codes, a session used twice or too old, a user disabled meanwhile: start again.
                throw ProblemException.of(
                                ProblemCode.SESSION_EXPIRED, "This sign-in is over. Please request a new code.")
                        .causedBy(e);
            }
        });
    }

    /** The triggers of a sign-in have no reason to refuse: if they do, they could not be asked. */
    private <T> T triggered(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (UserLambdaValidationException e) {
            throw pool.problems().unavailable(e);
        }
    }
}
