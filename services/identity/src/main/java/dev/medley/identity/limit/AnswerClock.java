package dev.medley.identity.limit;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Gives answers that must not tell anything by their time at fixed moments: multiples of a step after the work began.
 * Noise would only blur the difference; who asks often enough averages it away.
 */
@Component
class AnswerClock {

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {

        void of(Duration duration) throws InterruptedException;
    }

    private final LongSupplier nanoTime;
    private final Pause pause;

    @Autowired
    AnswerClock() {
        this(System::nanoTime, Thread::sleep);
    }

    AnswerClock(LongSupplier nanoTime, Pause pause) {
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /**
     * Does the work and holds its outcome back, be it a result or an exception.
     *
     * @param step longer than the work usually takes
     * @param free results that have nothing to hide and are given at once
     */
    <T> T hold(Duration step, Supplier<T> work, Predicate<T> free) {
        long begin = nanoTime.getAsLong();
        T result;
        try {
            result = work.get();
        } catch (RuntimeException e) {
            waitUntilNext(step.toNanos(), begin);
            throw e;
        }
        if (!free.test(result)) {
            waitUntilNext(step.toNanos(), begin);
        }
        return result;
    }

    private void waitUntilNext(long step, long begin) {
        long elapsed = nanoTime.getAsLong() - begin;
        try {
            pause.of(Duration.ofNanos(step - elapsed % step));
        } catch (InterruptedException _) {
            // The server stops: the answer goes out early.
            Thread.currentThread().interrupt();
        }
    }
}
