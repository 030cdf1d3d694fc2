package dev.medley.identity.profile;

import java.util.Locale;

/** How addresses are compared and stored. */
public final class EmailAddress {

    private EmailAddress() {}

    /** Lower case, without blanks around. */
    public static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
