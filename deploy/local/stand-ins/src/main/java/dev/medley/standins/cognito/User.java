package dev.medley.standins.cognito;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A user of the pool.
 *
 * @param username generated; also the {@code sub}, since the pool lets people sign in by e-mail only
 * @param position order of creation
 * @param email lower case
 * @param emailVerified whether a code sent there came back
 * @param attributes the other standard attributes that are set
 * @param password what is known of it
 * @param status where the user stands
 * @param enabled false bars sign-in
 * @param createdAt when the user signed up or was made
 * @param updatedAt when anything of this last changed
 */
record User(
        UUID username,
        long position,
        String email,
        boolean emailVerified,
        Map<String, String> attributes,
        StoredPassword password,
        UserStatus status,
        boolean enabled,
        Instant createdAt,
        Instant updatedAt) {

    User {
        attributes = Map.copyOf(attributes);
    }

    /** All attributes by name, as tokens and listings show them. */
    Map<String, String> allAttributes() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("sub", username.toString());
        all.put("email", email);
        all.put("email_verified", Boolean.toString(emailVerified));
        all.putAll(new TreeMap<>(attributes));
        return all;
    }

    /** What triggers see of the user. */
    Map<String, String> eventAttributes() {
        Map<String, String> event = allAttributes();
        event.put("cognito:user_status", status.name());
        return event;
    }

    /** The same as the API's list. */
    List<AttributeType> attributeTypes() {
        return allAttributes().entrySet().stream()
                .map(entry -> new AttributeType(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * One attribute on the wire.
     *
     * @param name of the attribute
     * @param value always text
     */
    record AttributeType(String name, String value) {}
}
