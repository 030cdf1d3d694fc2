package dev.medley.identity.cognito;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** Replaces passwords, forgotten or known. The pool itself leaves a user's sessions alone then; this class ends them. */
@Component
public class Passwords {

    private static final Logger log = LoggerFactory.getLogger(Passwords.class);

    private final PoolCalls pool;

    Passwords(PoolCalls pool) {
        this.pool = pool;
    }

    /** Mails a code for a new password, if there is an account; the answer is the same if there is none. */
    public void requestReset(String email) {
        pool.call(() -> {
            try {
                pool.cognito()
                        .forgotPassword(request -> request.clientId(pool.clientId())
                                .secretHash(pool.secretHash(email))
                                .username(email));
            } catch (UserNotFoundException | InvalidParameterException | UserNotConfirmedException e) {
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

    /** Sets a new password by the mailed code. The sessions go on until {@link #endSessions}. */
    public void reset(String email, String code, String newPassword) {
        pool.call(() -> {
            try {
                return pool.cognito()
                        .confirmForgotPassword(request -> request.clientId(pool.clientId())
                                .secretHash(pool.secretHash(email))
                                .username(email)
                                .confirmationCode(code)
                                .password(newPassword));
            } catch (UserNotFoundException
                    | UserNotConfirmedException
                    | CodeMismatchException
                    | ExpiredCodeException e) {
                // One answer for all: an expired code would show that the account exists.
                throw ProblemException.of(ProblemCode.CODE_INVALID, "Invalid reset code")
                        .causedBy(e);
            }
        });
    }

    /** Has the pool refuse all refresh tokens of a user. */
    public void endSessions(String sub) {
        pool.call(() -> pool.cognito()
                .adminUserGlobalSignOut(
                        request -> request.userPoolId(pool.poolId()).username(sub)));
    }

    /**
     * Replaces the password of a signed-in user. The sessions go on until {@link #endSessions}.
     *
     * @param accessToken of the session that asks
     */
    public void change(String accessToken, String currentPassword, String newPassword) {
        pool.call(() -> {
            try {
                return pool.cognito()
                        .changePassword(request -> request.accessToken(accessToken)
                                .previousPassword(currentPassword)
                                .proposedPassword(newPassword));
            } catch (NotAuthorizedException e) {
                if (e.awsErrorDetails().errorMessage().startsWith("Incorrect")) {
                    throw ProblemException.of(ProblemCode.INVALID_CREDENTIALS, "The current password is wrong.")
                            .causedBy(e);
                }
                throw e;
            }
        });
    }
}
