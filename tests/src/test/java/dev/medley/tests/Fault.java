package dev.medley.tests;

import dev.medley.testing.TestPlatform;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Something that happens once, at one request of a service to what it depends on; then the connection is dropped. */
final class Fault {

    /** On which side of the request. */
    enum Moment {
        /** The request has arrived and goes nowhere. */
        BEFORE_FORWARDING,
        /** The request has taken effect and its sender never hears of it. */
        AFTER_THE_RESPONSE
    }

    private final Moment moment;
    private final Predicate<HttpMessage> which;
    private final AtomicInteger untilIt;
    private final Runnable action;
    private final CompletableFuture<Void> struck = new CompletableFuture<>();

    /**
     * Describes a fault.
     *
     * @param moment when
     * @param which the requests that count
     * @param number which of those, from 1
     * @param action what happens, on the thread of the connection
     */
    Fault(Moment moment, Predicate<HttpMessage> which, int number, Runnable action) {
        this.moment = moment;
        this.which = which;
        this.untilIt = new AtomicInteger(number);
        this.action = action;
    }

    /** Whether it waits for this request; counts it. */
    boolean meets(HttpMessage request) {
        return which.test(request) && untilIt.decrementAndGet() == 0;
    }

    /** When it strikes. */
    Moment moment() {
        return moment;
    }

    /** Lets it happen. */
    void strike() {
        try {
            action.run();
            struck.complete(null);
        } catch (RuntimeException | Error e) {
            struck.completeExceptionally(e);
        }
    }

    /** Waits until it has happened; fails when it does not. */
    void awaitStruck() throws InterruptedException {
        awaitStruck(TestPlatform.PATIENCE);
    }

    /** The same with another limit, for what happens only after a service has started. */
    void awaitStruck(Duration limit) throws InterruptedException {
        try {
            struck.get(limit.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("the fault itself failed", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("no request met the fault", e);
        }
    }
}
