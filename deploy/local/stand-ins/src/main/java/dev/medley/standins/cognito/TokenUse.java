package dev.medley.standins.cognito;

import java.util.Locale;

/** The two kinds of signed tokens; each has its own key. */
enum TokenUse {
    ACCESS,
    ID;

    /** The {@code token_use} claim. */
    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
