package dev.medley.identity.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Restricts a list to users who want a kind of mail. */
public enum EmailType {
    /** Who wants statements and payouts. */
    @JsonProperty("financial")
    FINANCIAL,
    /** Who wants newsletters. */
    @JsonProperty("newsletter")
    NEWSLETTER,
    /** Everybody, whatever they want. */
    @JsonProperty("all")
    ALL;

    /** The word that clients use. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
