package dev.medley.upstream;

import java.time.Duration;

/** Waits; tests do it without time going by. */
@FunctionalInterface
public interface Pause {

    /** Returns after the duration. */
    void await(Duration duration) throws InterruptedException;
}
