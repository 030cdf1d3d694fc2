package dev.medley.standins.cognito;

import java.time.Duration;

/**
 * How the stand-in is served and how long its tokens live. The limits are those of
 * <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html">
 * CreateUserPoolClient</a>.
 *
 * @param port TCP port on 127.0.0.1; 0 for any free one
 * @param region prefix of the pool id; used once, when the pool is created
 * @param accessTokenLifetime 5 minutes to 1 day
 * @param idTokenLifetime 5 minutes to 1 day
 * @param refreshTokenLifetime 1 hour to 3650 days
 */
public record CognitoSettings(
        int port,
        String region,
        Duration accessTokenLifetime,
        Duration idTokenLifetime,
        Duration refreshTokenLifetime) {

    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Refuses what the real service would refuse. */
    public CognitoSettings {
        requireBetween("accessTokenLifetime", accessTokenLifetime, SHORTEST, LONGEST);
        requireBetween("idTokenLifetime", idTokenLifetime, SHORTEST, LONGEST);
        requireBetween("refreshTokenLifetime", refreshTokenLifetime, Duration.ofHours(1), Duration.ofDays(3650));
    }

    /** Any port, {@code eu-central-1}, access and id tokens for 15 minutes, refresh tokens for 30 days. */
    public static CognitoSettings defaults() {
        return new CognitoSettings(
                0, "eu-central-1", Duration.ofMinutes(15), Duration.ofMinutes(15), Duration.ofDays(30));
    }

    /** These settings on another port. */
    public CognitoSettings withPort(int otherPort) {
        return new CognitoSettings(otherPort, region, accessTokenLifetime, idTokenLifetime, refreshTokenLifetime);
    }

    private static void requireBetween(String name, Duration value, Duration shortest, Duration longest) {
        if (value.compareTo(shortest) < 0 || value.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "%s is %s; it must be between %s and %s".formatted(name, value, shortest, longest));
        }
    }
}
