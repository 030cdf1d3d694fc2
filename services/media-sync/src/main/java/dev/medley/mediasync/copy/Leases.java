package dev.medley.mediasync.copy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Renews the leases of workers for as long as they work, and interrupts those that have lost theirs. */
@Component
class Leases implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Leases.class);

    private final CopyRows rows;
    private final Duration length;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("leases").factory());

    Leases(CopyRows rows, CopyProperties properties) {
        this.rows = rows;
        this.length = properties.lease();
    }

    /** A lease, renewed until it is closed. Lost means that another worker has the file, or that the run was cancelled. */
    final class Lease implements AutoCloseable {

        private final Claim claim;
        private final Thread worker;
        private final ScheduledFuture<?> renewal;
        private final Lock lock = new ReentrantLock();
        private boolean lost;
        private boolean closed;

        private Lease(Claim claim, Thread worker) {
            this.claim = claim;
            this.worker = worker;
            long pause = length.toMillis() / 3;
            this.renewal = timer.scheduleWithFixedDelay(this::renew, pause, pause, TimeUnit.MILLISECONDS);
        }

        boolean isLost() {
            lock.lock();
            try {
                return lost;
            } finally {
                lock.unlock();
            }
        }

        /** Under the lock, so that nobody is interrupted once the lease is closed. */
        private void renew() {
            lock.lock();
            try {
                if (!closed && !lost && !rows.renew(claim, length)) {
                    lost = true;
                    worker.interrupt();
                }
            } catch (RuntimeException e) {
                // The database may be back before the lease ends.
                log.warn("the lease of {} could not be renewed", claim.video().id(), e);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            renewal.cancel(false);
            lock.lock();
            try {
                closed = true;
            } finally {
                lock.unlock();
            }
        }
    }

    /** Keeps a file held by this thread. */
    Lease keep(Claim claim) {
        return new Lease(claim, Thread.currentThread());
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
