package dev.medley.identity.trigger;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may send trigger events.
 *
 * @param secret that the bridge signs with, at least 32 characters
 */
@ConfigurationProperties("medley.identity.triggers")
record TriggerProperties(String secret) {

    private static final int LEAST_LENGTH = 32;

    /** Refuses what can be guessed. */
    TriggerProperties {
        if (secret == null || secret.length() < LEAST_LENGTH) {
            throw new IllegalArgumentException(
                    "medley.identity.triggers.secret must have at least %d characters".formatted(LEAST_LENGTH));
        }
    }

    /** Leaves the secret out, as configuration ends up in logs. */
    @Override
    public String toString() {
        return "TriggerProperties[]";
    }
}
