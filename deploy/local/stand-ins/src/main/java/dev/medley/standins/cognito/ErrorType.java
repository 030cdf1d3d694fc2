package dev.medley.standins.cognito;

/** The error types that the stand-in answers with, under their names on the wire. */
enum ErrorType {
    ALIAS_EXISTS("AliasExistsException"),
    CODE_DELIVERY_FAILURE("CodeDeliveryFailureException"),
    CODE_MISMATCH("CodeMismatchException"),
    EXPIRED_CODE("ExpiredCodeException"),
    GROUP_EXISTS("GroupExistsException"),
    INCOMPLETE_SIGNATURE("IncompleteSignatureException"),
    INTERNAL_ERROR("InternalErrorException"),
    INVALID_LAMBDA_RESPONSE("InvalidLambdaResponseException"),
    INVALID_PARAMETER("InvalidParameterException"),
    INVALID_PASSWORD("InvalidPasswordException"),
    LIMIT_EXCEEDED("LimitExceededException"),
    MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationTokenException"),
    NOT_AUTHORIZED("NotAuthorizedException"),
    PASSWORD_RESET_REQUIRED("PasswordResetRequiredException"),
    REFRESH_TOKEN_REUSE("RefreshTokenReuseException"),
    RESOURCE_NOT_FOUND("ResourceNotFoundException"),
    SERIALIZATION("SerializationException"),
    UNAUTHORIZED("UnauthorizedException"),
    UNEXPECTED_LAMBDA("UnexpectedLambdaException"),
    UNKNOWN_OPERATION("UnknownOperationException"),
    UNSUPPORTED_TOKEN_TYPE("UnsupportedTokenTypeException"),
    UNSUPPORTED_USER_STATE("UnsupportedUserStateException"),
    USER_LAMBDA_VALIDATION("UserLambdaValidationException"),
    USER_NOT_CONFIRMED("UserNotConfirmedException"),
    USER_NOT_FOUND("UserNotFoundException"),
    USERNAME_EXISTS("UsernameExistsException");

    private final String wireName;

    ErrorType(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    int httpStatus() {
        return this == INTERNAL_ERROR ? 500 : 400;
    }
}
