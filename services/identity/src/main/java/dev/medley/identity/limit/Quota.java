package dev.medley.identity.limit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How much is allowed. All of it may be used at once; it comes back evenly over the window.
 *
 * @param requests at least 1
 * @param window how long an emptied quota takes to be full again
 */
public record Quota(int requests, Duration window) {

    /** Refuses what would allow nothing or everything. */
    public Quota {
        if (requests < 1 || window == null || !window.isPositive()) {
            throw new IllegalArgumentException("medley.identity.limits: %d requests in %s".formatted(requests, window));
        }
    }

    /** The time in which one request comes back, as finely as the database keeps time. */
    Duration interval() {
        return window.dividedBy(requests).truncatedTo(ChronoUnit.MICROS);
    }
}
