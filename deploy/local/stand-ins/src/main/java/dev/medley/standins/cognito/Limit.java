package dev.medley.standins.cognito;

/** What an address may do only so often in an hour; the service documents 5 to 20, depending on risk. */
enum Limit {
    SIGN_UP_RESEND,
    SIGN_UP_ATTEMPT,
    PASSWORD_RESET_REQUEST,
    PASSWORD_RESET_ATTEMPT,
    PASSWORD_CHANGE_ATTEMPT,
    EMAIL_CODE_REQUEST,
    EMAIL_ATTEMPT;

    static final int PER_HOUR = 5;
}
