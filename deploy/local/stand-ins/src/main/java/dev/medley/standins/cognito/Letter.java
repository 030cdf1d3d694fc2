package dev.medley.standins.cognito;

/**
 * A mail to be worded and sent once the transaction that made its secret is over: nobody can use a code sooner than it
 * counts.
 *
 * @param occasion the trigger that may word it
 * @param context of the request
 * @param user who gets it
 * @param secret a code or a temporary password
 */
record Letter(TriggerSource occasion, TriggerContext context, User user, String secret) {

    /** An invitation carries a password and must name the user; everything else carries a code. */
    boolean invitation() {
        return occasion == TriggerSource.CUSTOM_MESSAGE_ADMIN_CREATE_USER;
    }
}
