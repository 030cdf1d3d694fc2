package dev.medley.messaging;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with full jitter: a random delay between zero and a bound that doubles with every failure, which
 * spreads the retries of many callers best (AWS Architecture Blog, "Exponential Backoff And Jitter").
 *
 * @param initial bound after the first failure
 * @param max bound that is never passed
 */
public record Backoff(Duration initial, Duration max) {

    private static final int MAX_DOUBLINGS = 30;

    /** The bound of the delay after a number of failures, one or more. */
    public Duration bound(int failures) {
        long doublings = Math.min(failures - 1L, MAX_DOUBLINGS);
        Duration bound = initial.multipliedBy(1L << doublings);
        return bound.compareTo(max) < 0 ? bound : max;
    }

    /** A random delay below {@link #bound}. */
    public Duration delay(int failures, RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(bound(failures).toMillis() + 1));
    }
}
