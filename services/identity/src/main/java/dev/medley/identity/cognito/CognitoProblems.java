package dev.medley.identity.cognito;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ForbiddenException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordHistoryPolicyViolationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyFailedAttemptsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** Turns Cognito's errors into problems of the catalogue. Whether an account exists never shows. */
@Component
class CognitoProblems {

    private static final Logger log = LoggerFactory.getLogger(CognitoProblems.class);

    /** The longest that Cognito locks an account after wrong passwords. */
    private static final Duration LOCK_OUT = Duration.ofMinutes(15);

    private static final Duration OUTAGE = Duration.ofSeconds(30);

    /** How messages begin that blame the client's own configuration. */
    private static final List<String> BROKEN_CLIENT =
            List.of("Client ", "Unable to verify secret hash", "SecretHash does not match");

    private final Counter misconfigured;

    CognitoProblems(MeterRegistry meters) {
        this.misconfigured = Counter.builder("identity.cognito.misconfigured")
                .description("Refusals of this service's own client: an operator must act")
                .register(meters);
    }

    ProblemException translate(SdkException error) {
        return problem(error).causedBy(error);
    }

    private ProblemException problem(SdkException error) {
        return switch (error) {
            case NotAuthorizedException e -> notAuthorized(e);
            case UserNotFoundException _ -> of(ProblemCode.INVALID_CREDENTIALS, "Invalid email or password");
            case UserNotConfirmedException _ ->
                of(ProblemCode.ACCOUNT_NOT_CONFIRMED, "User not confirmed. Please verify your email.");
            case PasswordResetRequiredException _ ->
                of(ProblemCode.PASSWORD_RESET_REQUIRED, "The password must be reset before signing in.");
            case InvalidPasswordException _ ->
                of(
                        ProblemCode.WEAK_PASSWORD,
                        "Password must be at least 8 characters with uppercase, lowercase, number, and special character");
            case PasswordHistoryPolicyViolationException _ ->
                of(ProblemCode.WEAK_PASSWORD, "The password was used before; choose another.");
            case CodeMismatchException _ -> of(ProblemCode.CODE_INVALID, "Invalid verification code");
            case ExpiredCodeException _ ->
                of(ProblemCode.CODE_EXPIRED, "Verification code has expired. Please request a new one.");
            case LimitExceededException _ -> tooManyAttempts();
            case TooManyRequestsException _ -> tooManyAttempts();
            case TooManyFailedAttemptsException _ -> tooManyAttempts();
            case CodeDeliveryFailureException _ ->
                of(ProblemCode.DELIVERY_FAILED, "The code could not be delivered. Please request a new one later.");
            case UserLambdaValidationException _ -> of(ProblemCode.SIGNUP_REJECTED, "This sign-up is not accepted.");
            case ForbiddenException _ -> of(ProblemCode.REQUEST_BLOCKED, "The request was blocked.");
            case UsernameExistsException _ -> accountExists();
            // Whoever has the code of an address owns it and may know.
            case AliasExistsException _ -> accountExists();
            case InvalidParameterException e -> invalidParameter(e);
            case ResourceNotFoundException e -> misconfigured(e);
            default -> unavailable(error);
        };
    }

    /** One type for very different things: only the message tells a wrong password from a broken client. */
    private ProblemException notAuthorized(NotAuthorizedException error) {
        String message = error.awsErrorDetails().errorMessage();
        if (blamesTheClient(error)) {
            return misconfigured(error);
        }
        if (message.equals("Password attempts exceeded")) {
            return tooManyAttempts();
        }
        if (message.contains("Refresh Token") || message.contains("Access Token")) {
            return of(ProblemCode.SESSION_EXPIRED, "The session has ended. Please sign in again.");
        }
        return of(ProblemCode.INVALID_CREDENTIALS, "Invalid email or password");
    }

    private ProblemException invalidParameter(InvalidParameterException error) {
        return error.awsErrorDetails().errorMessage().contains("flow not enabled")
                ? misconfigured(error)
                : of(ProblemCode.INVALID_REQUEST, "Invalid parameters provided. Please check your input.");
    }

    private ProblemException misconfigured(SdkException error) {
        misconfigured.increment();
        return unavailable(error);
    }

    private static ProblemException accountExists() {
        return of(ProblemCode.ACCOUNT_EXISTS, "An account with this email exists already. Please sign in.");
    }

    /** Whether this service's own client is at fault, not the user. */
    static boolean blamesTheClient(NotAuthorizedException error) {
        return BROKEN_CLIENT.stream().anyMatch(error.awsErrorDetails().errorMessage()::startsWith);
    }

    /** The pool, its triggers or this service's client are at fault; operators see the error in the log. */
    ProblemException unavailable(SdkException error) {
        log.error("the user pool cannot be used", error);
        return of(ProblemCode.IDENTITY_PROVIDER_UNAVAILABLE, "Sign-in is not available right now. Please try again.")
                .retryAfter(OUTAGE)
                .causedBy(error);
    }

    private static ProblemException tooManyAttempts() {
        return of(ProblemCode.TOO_MANY_ATTEMPTS, "Too many attempts. Please try again later.")
                .retryAfter(LOCK_OUT);
    }

    private static ProblemException of(ProblemCode code, String detail) {
        return ProblemException.of(code, detail);
    }
}
