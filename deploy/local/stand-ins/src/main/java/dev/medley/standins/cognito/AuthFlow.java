package dev.medley.standins.cognito;

/** The ways to sign in that the API knows, whether or not this pool's clients allow them. */
enum AuthFlow {
    USER_SRP_AUTH,
    REFRESH_TOKEN_AUTH,
    REFRESH_TOKEN,
    CUSTOM_AUTH,
    ADMIN_NO_SRP_AUTH,
    USER_PASSWORD_AUTH,
    ADMIN_USER_PASSWORD_AUTH,
    USER_AUTH;

    static AuthFlow of(Input input) {
        String name = input.text("AuthFlow");
        for (AuthFlow flow : values()) {
            if (flow.name().equals(name)) {
                return flow;
            }
        }
        throw CognitoError.invalidParameter(
                "1 validation error detected: Value '%s' at 'authFlow' failed to satisfy constraint: Member must satisfy enum value set"
                        .formatted(name));
    }

    /** Refuses a client that is not configured for this flow; one that rotates refresh tokens cannot have them reused. */
    void requireEnabled(AppClient client) {
        if (!client.authFlows().contains(permission())) {
            throw notEnabled();
        }
    }

    private String permission() {
        return switch (this) {
            case REFRESH_TOKEN, REFRESH_TOKEN_AUTH -> "ALLOW_REFRESH_TOKEN_AUTH";
            case ADMIN_NO_SRP_AUTH, ADMIN_USER_PASSWORD_AUTH -> "ALLOW_ADMIN_USER_PASSWORD_AUTH";
            case USER_SRP_AUTH, CUSTOM_AUTH, USER_PASSWORD_AUTH, USER_AUTH -> "ALLOW_" + name();
        };
    }

    CognitoError notEnabled() {
        return CognitoError.invalidParameter(name() + " flow not enabled for this client");
    }
}
