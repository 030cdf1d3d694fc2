package dev.medley.identity.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether a user can sign in, in the words that clients of the earlier user list know. */
public enum UserStatus {
    /** Can sign in. */
    @JsonProperty("active")
    ACTIVE,
    /** Invited, and has not signed in yet. */
    @JsonProperty("inactive")
    INACTIVE,
    /** Disabled by an administrator. */
    @JsonProperty("suspended")
    SUSPENDED;

    /** The word that clients use. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
