package dev.medley.messaging;

import java.time.Duration;

/**
 * Thrown by a handler or listener that knows when trying again makes sense, for example when somebody else's lease on the
 * work ends: the message comes back after that pause instead of the usual backoff, which would use up its deliveries.
 */
public class RetryLaterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    /**
     * @param pause until the next delivery, at most 12 hours; rounded up to whole seconds
     * @param detail why, for the log
     */
    public RetryLaterException(Duration pause, String detail) {
        super(detail);
        this.pause = pause;
    }

    /** Until the next delivery. */
    public Duration pause() {
        return pause;
    }
}
