package dev.medley.mediasync;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does a work again and again: at once while there is some, otherwise after a pause or when woken. */
public final class Poller implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Poller.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Duration pause;
    private final boolean enabled;
    private final Work work;
    private final Semaphore signal = new Semaphore(0);

    private @Nullable Thread thread;

    /** A piece of work. */
    @FunctionalInterface
    public interface Work {

        /** Does one piece; answers whether there was one. */
        boolean doSome() throws InterruptedException;
    }

    /**
     * A poller.
     *
     * @param pause longest time without a look, a failure included
     * @param enabled whether it does anything in this instance
     */
    public Poller(String name, Duration pause, boolean enabled, Work work) {
        this.name = name;
        this.pause = pause;
        this.enabled = enabled;
        this.work = work;
    }

    /** Has it look now. */
    public void wake() {
        signal.release();
    }

    @Override
    public synchronized void start() {
        if (enabled && thread == null) {
            thread = Thread.ofVirtual().name(name).start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            if (!running.join(PATIENCE)) {
                log.warn("{} did not stop within {}; its lease will end", name, PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean some = doSomeOrLog();
                if (!some && signal.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            log.debug("{} stopped", name);
        }
    }

    private boolean doSomeOrLog() throws InterruptedException {
        try {
            return work.doSome();
        } catch (RuntimeException e) {
            log.warn("{} failed; looking again in {}", name, pause, e);
            return false;
        }
    }
}
