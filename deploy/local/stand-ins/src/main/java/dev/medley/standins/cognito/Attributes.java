package dev.medley.standins.cognito;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The attributes given for a new user, checked.
 *
 * @param email lower case, from the username
 * @param emailVerified only an administrator can claim it
 * @param others the remaining standard attributes
 */
record Attributes(String email, boolean emailVerified, Map<String, String> others) {

    /** <a href="https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims">OpenID Connect standard claims</a>. */
    private static final Set<String> STANDARD = Set.of(
            "address",
            "birthdate",
            "family_name",
            "gender",
            "given_name",
            "locale",
            "middle_name",
            "name",
            "nickname",
            "phone_number",
            "picture",
            "preferred_username",
            "profile",
            "updated_at",
            "website",
            "zoneinfo");

    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+");
    private static final Pattern CUSTOM = Pattern.compile("custom:[\\w-]{1,20}");
    private static final int MAXIMUM_LENGTH = 2048;

    Attributes {
        others = Map.copyOf(others);
    }

    /** As a user gives them at sign-up. */
    static Attributes ofSignUp(String username, Map<String, String> given) {
        if (given.containsKey("email_verified")) {
            throw unauthorizedWrite();
        }
        return ofAdministrator(username, given);
    }

    /** As an administrator gives them. */
    static Attributes ofAdministrator(String username, Map<String, String> given) {
        String email = requireEmail(username, "Username should be an email.");
        Map<String, String> others = new TreeMap<>(given);
        requireSameEmail(email, others.remove("email"));
        boolean verified = Boolean.parseBoolean(others.remove("email_verified"));
        others.forEach(Attributes::requireAllowed);
        return new Attributes(email, verified, others);
    }

    /** These attributes, with the address proven if it is. */
    Attributes verified(boolean proven) {
        return new Attributes(email, emailVerified || proven, others);
    }

    /** By name, as they were given. */
    Map<String, String> all() {
        Map<String, String> all = new TreeMap<>(others);
        all.put("email", email);
        if (emailVerified) {
            all.put("email_verified", "true");
        }
        return all;
    }

    private static void requireSameEmail(String username, @Nullable String email) {
        if (email != null && !Users.normalize(email).equals(username)) {
            throw CognitoError.invalidParameter("Username and email attribute must be the same address.");
        }
    }

    /** The one spelling of an address, or {@code InvalidParameterException} with these words. */
    static String requireEmail(String address, String refusal) {
        if (!EMAIL.matcher(address).matches()) {
            throw CognitoError.invalidParameter(refusal);
        }
        return Users.normalize(address);
    }

    /** The pool knows the standard attributes, and any custom one. */
    static void requireAllowed(String name, String value) {
        if (name.equals("sub")) {
            throw unauthorizedWrite();
        }
        if (!STANDARD.contains(name) && !CUSTOM.matcher(name).matches()) {
            throw CognitoError.invalidParameter(
                    "Attributes did not conform to the schema: Type for attribute {%s} could not be determined"
                            .formatted(name));
        }
        if (value.length() > MAXIMUM_LENGTH) {
            throw CognitoError.invalidParameter(
                    "Attributes did not conform to the schema: %s: String must be no longer than %d characters"
                            .formatted(name, MAXIMUM_LENGTH));
        }
    }

    static CognitoError unauthorizedWrite() {
        return CognitoError.notAuthorized("A client attempted to write unauthorized attribute");
    }
}
