package dev.medley.identity.message;

/** The mails that this service words; the names are those of the keys in the resource files. */
public enum Template {
    SIGN_UP("sign-up"),
    NEW_CODE("new-code"),
    PASSWORD_RESET("password-reset"),
    NEW_ADDRESS("new-address"),
    INVITATION("invitation"),
    LOGIN_CODE("login-code");

    private final String key;

    Template(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
