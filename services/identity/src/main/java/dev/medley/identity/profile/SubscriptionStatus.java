package dev.medley.identity.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether a user gets the mails that their {@link Preferences} allow. */
public enum SubscriptionStatus {
    /** Gets them. */
    @JsonProperty("active")
    ACTIVE,
    /** Paused them. */
    @JsonProperty("inactive")
    INACTIVE,
    /** Invited: gets none until the address is proved to be theirs. */
    @JsonProperty("pending")
    PENDING,
    /** Wants none any more. */
    @JsonProperty("unsubscribed")
    UNSUBSCRIBED;

    /** The word that clients use. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
