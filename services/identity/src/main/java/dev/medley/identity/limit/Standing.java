package dev.medley.identity.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is left of an allowance.
 *
 * @param allowance of which
 * @param quota the whole
 * @param remaining requests that are allowed now
 * @param untilFull until the whole is allowed again
 * @param retryAfter until the next request is allowed; there when this one is not
 */
record Standing(
        Allowance allowance,
        Quota quota,
        long remaining,
        Duration untilFull,
        @Nullable Duration retryAfter) {

    /** The member of {@code RateLimit-Policy}, draft-ietf-httpapi-ratelimit-headers. */
    String policyHeader() {
        return "\"%s\";q=%d;w=%d".formatted(allowance.policy(), quota.requests(), seconds(quota.window()));
    }

    /** The member of {@code RateLimit}. */
    String stateHeader() {
        return "\"%s\";r=%d;t=%d".formatted(allowance.policy(), remaining, seconds(untilFull));
    }

    /** Rounded up, so that a client that obeys does not come too early. */
    private static long seconds(Duration duration) {
        return duration.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
