package dev.medley.standins.cognito;

/** Where a user stands; the names are those of the API. */
enum UserStatus {
    UNCONFIRMED,
    CONFIRMED,
    FORCE_CHANGE_PASSWORD,
    RESET_REQUIRED
}
