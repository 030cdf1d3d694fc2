package dev.medley.identity.limit;

import java.util.Locale;

/** What is counted; each has a {@link Quota} of its own. */
enum Allowance {
    /** Everything that a client address asks of the sign-in routes. */
    ADDRESS,
    /** The mails that a client address causes. */
    ADDRESS_MAIL,
    /** Attempts on an account, wherever they come from. */
    ACCOUNT,
    /** The mails that are sent to an account, whoever asks. */
    ACCOUNT_MAIL;

    /** As policies are called in headers. */
    String policy() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
