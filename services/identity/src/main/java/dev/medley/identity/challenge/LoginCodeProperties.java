package dev.medley.identity.challenge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What login codes are like.
 *
 * @param digits 6 to 10
 * @param lifetime at most 10 minutes (OWASP ASVS 5.0, 6.5.5); the pool ends the session of a sign-in by itself, after 3
 *     minutes unless its client is configured otherwise
 */
@ConfigurationProperties("medley.identity.login-codes")
record LoginCodeProperties(
        @DefaultValue("6") int digits, @DefaultValue("5m") Duration lifetime) {

    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 10;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Refuses what would be easy to guess. */
    LoginCodeProperties {
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("medley.identity.login-codes.digits must be %d to %d, not %d"
                    .formatted(FEWEST_DIGITS, MOST_DIGITS, digits));
        }
        if (!lifetime.isPositive() || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "medley.identity.login-codes.lifetime must be up to %s, not %s".formatted(LONGEST, lifetime));
        }
    }
}
