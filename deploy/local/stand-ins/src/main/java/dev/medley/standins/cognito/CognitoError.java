package dev.medley.standins.cognito;

import org.jspecify.annotations.Nullable;

/**
 * An answer of the service that is not a success: a type and a message, both part of the contract, since clients tell a
 * wrong password from a broken client configuration by the message alone.
 */
final class CognitoError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorType type;

    CognitoError(ErrorType type, @Nullable String message) {
        // An outcome, not a fault: nobody reads its stack trace.
        super(message, null, false, false);
        this.type = type;
    }

    ErrorType type() {
        return type;
    }

    /** The one error that comes without words. */
    static CognitoError unknownOperation() {
        return new CognitoError(ErrorType.UNKNOWN_OPERATION, null);
    }

    static CognitoError notAuthorized(String message) {
        return new CognitoError(ErrorType.NOT_AUTHORIZED, message);
    }

    static CognitoError invalidParameter(String message) {
        return new CognitoError(ErrorType.INVALID_PARAMETER, message);
    }

    static CognitoError resourceNotFound(String message) {
        return new CognitoError(ErrorType.RESOURCE_NOT_FOUND, message);
    }

    static CognitoError incorrectCredentials() {
        return notAuthorized("Incorrect username or password.");
    }

    static CognitoError userDisabled() {
        return notAuthorized("User is disabled.");
    }

    static CognitoError userNotConfirmed() {
        return new CognitoError(ErrorType.USER_NOT_CONFIRMED, "User is not confirmed.");
    }

    static CognitoError passwordResetRequired() {
        return new CognitoError(ErrorType.PASSWORD_RESET_REQUIRED, "Password reset required for the user");
    }

    static CognitoError userNotFound() {
        return new CognitoError(ErrorType.USER_NOT_FOUND, "User does not exist.");
    }

    static CognitoError userExists() {
        return new CognitoError(ErrorType.USERNAME_EXISTS, "User already exists");
    }

    /** The same in the words that administrators get. */
    static CognitoError userAccountExists() {
        return new CognitoError(ErrorType.USERNAME_EXISTS, "User account already exists");
    }

    static CognitoError codeMismatch() {
        return new CognitoError(ErrorType.CODE_MISMATCH, "Invalid verification code provided, please try again.");
    }

    static CognitoError codeExpired() {
        return new CognitoError(ErrorType.EXPIRED_CODE, "Invalid code provided, please request a code again.");
    }

    static CognitoError limitExceeded() {
        return new CognitoError(ErrorType.LIMIT_EXCEEDED, "Attempt limit exceeded, please try after some time.");
    }
}
