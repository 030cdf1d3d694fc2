package dev.medley.identity.cognito;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** The user pool. Every method fails with a {@link ProblemException} that may be shown to the caller. */
@Component
public class UserPool {

    private static final Logger log = LoggerFactory.getLogger(UserPool.class);

    private final CognitoIdentityProviderClient cognito;
    private final CognitoProperties properties;
    private final CognitoProblems problems;
    private final SecretHash secretHash;

    UserPool(CognitoIdentityProviderClient cognito, CognitoProperties properties, CognitoProblems problems) {
        this.cognito = cognito;
        this.properties = properties;
        this.problems = problems;
        this.secretHash = new SecretHash(properties);
    }

    /**
     * Registers an address and has a code mailed to it. A confirmed address gets the same answer with an id that means
     * nothing. An unconfirmed one starts over: whoever signed it up before, perhaps with a password of their own, has
     * not proved that it is theirs.
     *
     * @return the user's {@code sub}
     */
    public String signUp(String email, String password) {
        return call(() -> {
            try {
                return register(email, password);
            } catch (UsernameExistsException _) {
                if (find(email).filter(user -> !user.confirmed()).isEmpty()) {
                    return UUID.randomUUID().toString();
                }
                cognito.adminDeleteUser(
                        request -> request.userPoolId(properties.userPoolId()).username(email));
                return register(email, password);
            }
        });
    }

    /** Confirms an address by the mailed code. */
    public PoolUser confirm(String email, String code) {
        call(() -> {
            try {
                return cognito.confirmSignUp(request -> request.clientId(properties.clientId())
                        .secretHash(secretHash.of(email))
                        .username(email)
                        .confirmationCode(code));
            } catch (NotAuthorizedException e) {
                if (e.awsErrorDetails().errorMessage().contains("cannot be confirmed")) {
                    // Confirmed before: told apart from a wrong code, this would show that the account exists.
                    throw ProblemException.of(ProblemCode.CODE_INVALID, "Invalid verification code")
                            .causedBy(e);
                }
                throw e;
            }
        });
        return find(email)
                .orElseThrow(() -> ProblemException.of(ProblemCode.CODE_INVALID, "Invalid verification code"));
    }

    /** Mails a new code, if there is an unconfirmed account; the answer is the same if there is none. */
    public void resendCode(String email) {
        call(() -> {
            try {
                resend(email);
            } catch (InvalidParameterException | UserNotFoundException e) {
                // Confirmed before, or no such account: neither shows.
                log.debug("no code to resend", e);
            } catch (CodeDeliveryFailureException e) {
                // Only an account that exists has a mail to fail.
                log.warn("a verification code could not be delivered", e);
            }
            return email;
        });
    }

    /** Signs in with a password. */
    public Tokens signIn(String email, String password) {
        return call(() -> {
            InitiateAuthResponse response = cognito.initiateAuth(request -> request.clientId(properties.clientId())
                    .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                    .authParameters(
                            Map.of("USERNAME", email, "PASSWORD", password, "SECRET_HASH", secretHash.of(email))));
            if (response.authenticationResult() == null) {
                throw ProblemException.of(
                        ProblemCode.PASSWORD_RESET_REQUIRED, "The password must be reset before signing in.");
            }
            return tokens(response.authenticationResult());
        });
    }

    /**
     * New tokens for a session.
     *
     * @param sub the session's user; the pool's proof for refreshing is made with it
     */
    public Tokens refresh(String sub, String refreshToken) {
        return call(() -> {
            try {
                return tokens(cognito.initiateAuth(request -> request.clientId(properties.clientId())
                                .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                                .authParameters(
                                        Map.of("REFRESH_TOKEN", refreshToken, "SECRET_HASH", secretHash.of(sub))))
                        .authenticationResult());
            } catch (UserNotFoundException e) {
                throw ProblemException.of(ProblemCode.SESSION_EXPIRED, "The session has ended. Please sign in again.")
                        .causedBy(e);
            }
        });
    }

    /** Ends all of a user's sessions. */
    public void signOut(String accessToken) {
        call(() -> cognito.globalSignOut(request -> request.accessToken(accessToken)));
    }

    /** Mails a code for a new password, if there is an account; the answer is the same if there is none. */
    public void forgotPassword(String email) {
        call(() -> {
            try {
                cognito.forgotPassword(request -> request.clientId(properties.clientId())
                        .secretHash(secretHash.of(email))
                        .username(email));
            } catch (UserNotFoundException | InvalidParameterException e) {
                // No account, or none that proved its address: neither shows.
                log.debug("no code to reset a password", e);
            } catch (NotAuthorizedException e) {
                if (CognitoProblems.blamesTheClient(e)) {
                    throw e;
                }
                // Invited or disabled: as good as no account.
                log.debug("no code to reset a password", e);
            } catch (CodeDeliveryFailureException e) {
                // Only an account that exists has a mail to fail.
                log.warn("a code to reset a password could not be delivered", e);
            }
            return email;
        });
    }

    /** Sets a new password by the mailed code. */
    public void resetPassword(String email, String code, String newPassword) {
        call(() -> {
            try {
                return cognito.confirmForgotPassword(request -> request.clientId(properties.clientId())
                        .secretHash(secretHash.of(email))
                        .username(email)
                        .confirmationCode(code)
                        .password(newPassword));
            } catch (UserNotFoundException | CodeMismatchException | ExpiredCodeException e) {
                // One answer for all: an expired code would show that the account exists.
                throw ProblemException.of(ProblemCode.CODE_INVALID, "Invalid reset code")
                        .causedBy(e);
            }
        });
    }

    /** A user by e-mail address or {@code sub}. */
    public Optional<PoolUser> find(String username) {
        return call(() -> {
            try {
                return Optional.of(user(cognito.adminGetUser(
                        request -> request.userPoolId(properties.userPoolId()).username(username))));
            } catch (UserNotFoundException _) {
                return Optional.empty();
            }
        });
    }

    private String register(String email, String password) {
        return cognito.signUp(request -> request.clientId(properties.clientId())
                        .secretHash(secretHash.of(email))
                        .username(email)
                        .password(password)
                        .userAttributes(AttributeType.builder()
                                .name("email")
                                .value(email)
                                .build()))
                .userSub();
    }

    private void resend(String email) {
        cognito.resendConfirmationCode(request -> request.clientId(properties.clientId())
                .secretHash(secretHash.of(email))
                .username(email));
    }

    private <T> T call(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (SdkException e) {
            throw problems.translate(e);
        }
    }

    private static Tokens tokens(AuthenticationResultType result) {
        return new Tokens(result.accessToken(), result.idToken(), result.refreshToken(), result.expiresIn());
    }

    private static PoolUser user(AdminGetUserResponse user) {
        return new PoolUser(
                attribute(user, "sub"), attribute(user, "email"), user.userStatus() == UserStatusType.CONFIRMED);
    }

    private static String attribute(AdminGetUserResponse user, String name) {
        return user.userAttributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a user of the pool has no " + name))
                .value();
    }
}
