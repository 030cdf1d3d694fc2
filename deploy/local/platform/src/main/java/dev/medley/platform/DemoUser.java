package dev.medley.platform;

import dev.medley.standins.InstallationSecrets;

/**
 * Who signs in to try the platform.
 *
 * @param email address and user name
 * @param password of this installation
 */
public record DemoUser(String email, String password) {

    private static final int RANDOM_CHARACTERS = 20;

    /** The password is 120 random bits behind a prefix that satisfies every rule of the user pool. */
    static DemoUser of(InstallationSecrets secrets) {
        String random = secrets.get("demo-user-password").substring(0, RANDOM_CHARACTERS);
        return new DemoUser("demo@medley.test", "Md1-" + random);
    }

    /** Somebody with the role of an operator. */
    static DemoUser operator(InstallationSecrets secrets) {
        String random = secrets.get("operator-password").substring(0, RANDOM_CHARACTERS);
        return new DemoUser("operator@medley.test", "Md1-" + random);
    }

    /** Leaves the password out, as this may end up in logs. */
    @Override
    public String toString() {
        return "DemoUser[" + email + "]";
    }
}
