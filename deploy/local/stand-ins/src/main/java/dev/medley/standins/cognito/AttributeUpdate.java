package dev.medley.standins.cognito;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a user's attributes, checked.
 *
 * @param email lower case; null leaves the address alone
 * @param emailVerified what an administrator says of the address; null when nothing is said
 * @param others new values by name; an empty one removes the attribute
 */
record AttributeUpdate(@Nullable String email, @Nullable Boolean emailVerified, Map<String, String> others) {

    AttributeUpdate {
        others = Map.copyOf(others);
    }

    /** As users change their own. */
    static AttributeUpdate ofUser(Map<String, String> given) {
        if (given.containsKey("email_verified")) {
            throw Attributes.unauthorizedWrite();
        }
        return ofAdministrator(given);
    }

    /** As an administrator changes them. */
    static AttributeUpdate ofAdministrator(Map<String, String> given) {
        Map<String, String> others = new TreeMap<>(given);
        String email = others.remove("email");
        String verified = others.remove("email_verified");
        others.forEach(Attributes::requireAllowed);
        return new AttributeUpdate(
                email == null ? null : Attributes.requireEmail(email, "Invalid email address format."),
                verified == null ? null : Boolean.parseBoolean(verified),
                others);
    }

    /** Whether the user gets another address by this. */
    boolean movesAddressOf(User user) {
        return email != null && !email.equals(user.email());
    }

    String emailAfter(User user) {
        return email == null ? user.email() : email;
    }

    /** A new address is unproven until somebody says otherwise. */
    boolean verifiedAfter(User user) {
        return emailVerified == null ? user.emailVerified() && !movesAddressOf(user) : emailVerified;
    }

    Map<String, String> othersAfter(User user) {
        Map<String, String> after = new TreeMap<>(user.attributes());
        after.putAll(others);
        after.values().removeIf(String::isEmpty);
        return after;
    }
}
