package dev.medley.standins.cognito;

import java.time.Duration;

/** What a mailed code proves, how long it may take, and how often it may be tried. */
enum CodePurpose {
    SIGN_UP(Duration.ofHours(24), Limit.SIGN_UP_ATTEMPT),
    PASSWORD_RESET(Duration.ofHours(1), Limit.PASSWORD_RESET_ATTEMPT),
    EMAIL(Duration.ofHours(24), Limit.EMAIL_ATTEMPT);

    private final Duration lifetime;
    private final Limit attempts;

    CodePurpose(Duration lifetime, Limit attempts) {
        this.lifetime = lifetime;
        this.attempts = attempts;
    }

    Duration lifetime() {
        return lifetime;
    }

    Limit attempts() {
        return attempts;
    }
}
