package dev.medley.identity.user;

import dev.medley.identity.profile.EmailAddress;
import dev.medley.identity.profile.PersonName;
import java.util.Map;

/**
 * Somebody to be invited.
 *
 * @param email in lower case
 * @param name as far as it is known
 * @param details what clients keep about the user
 */
public record Invitation(String email, PersonName name, Map<String, Object> details) {

    /** Brings the address into the form in which addresses are compared. */
    public Invitation {
        email = EmailAddress.normalized(email);
    }
}
