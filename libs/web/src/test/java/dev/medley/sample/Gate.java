package dev.medley.sample;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a request inside its controller until a test lets it go. */
public final class Gate {

    private static final long PATIENCE_SECONDS = 30;

    private volatile CountDownLatch entered = new CountDownLatch(1);
    private volatile CountDownLatch opened = new CountDownLatch(1);

    /** Closes the gate for the next request. */
    public void close() {
        entered = new CountDownLatch(1);
        opened = new CountDownLatch(1);
    }

    /** Lets the held request go on. */
    public void open() {
        opened.countDown();
    }

    /** Returns when a request is held. */
    public void awaitHeld() {
        await(entered);
    }

    void hold() {
        entered.countDown();
        await(opened);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
