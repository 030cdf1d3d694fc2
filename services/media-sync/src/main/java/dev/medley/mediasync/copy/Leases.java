package dev.medley.mediasync.copy;

import io.awspring.cloud.sqs.listener.MessageListenerContainer;
import io.awspring.cloud.sqs.listener.MessageListenerContainerRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Renews the leases of workers for as long as they work, and interrupts those that have lost theirs. When the service stops
 * it interrupts them all: their listeners' container only waits for them, and none of its ways to end them reaches a thread.
 */
@Component
class Leases implements SmartLifecycle, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Leases.class);

    private final CopyRows rows;
    private final Duration length;
    private final MessageListenerContainerRegistry containers;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("leases").factory());
    private volatile boolean running;
    private volatile boolean stopping;

    /**
     * @param containers stop in the first of all phases; nothing but that this bean depends on them has it stop before
     *     they wait for their listeners
     */
    Leases(CopyRows rows, CopyProperties properties, MessageListenerContainerRegistry containers) {
        this.rows = rows;
        this.containers = containers;
        this.length = properties.lease();
    }

    /** A lease, renewed until it is closed. Lost means that another worker has the file, or that the run was cancelled. */
    final class Lease implements AutoCloseable {

        private final Claim claim;
        private final Thread worker;
        private final ScheduledFuture<?> renewal;
        private final Lock lock = new ReentrantLock();
        private boolean lost;
        private boolean stopped;
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

        /** Whether the worker was told to stop, with its lease still its own. */
        boolean isStopped() {
            lock.lock();
            try {
                return stopped && !lost;
            } finally {
                lock.unlock();
            }
        }

        private void stop() {
            lock.lock();
            try {
                if (!closed && !stopped) {
                    stopped = true;
                    worker.interrupt();
                }
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

        /** By the worker, which notes next what came of its work: an interrupt that it did not heed would break that off. */
        @Override
        public void close() {
            renewal.cancel(false);
            held.remove(this);
            lock.lock();
            try {
                closed = true;
                if (lost || stopped) {
                    boolean _ = Thread.interrupted();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** Keeps a file held by this thread, which is interrupted at once when the service stops already. */
    Lease keep(Claim claim) {
        Lease lease = new Lease(claim, Thread.currentThread());
        held.add(lease);
        if (stopping) {
            lease.stop();
        }
        return lease;
    }

    @Override
    public void start() {
        stopping = false;
        running = true;
    }

    /** Interrupts the workers. */
    @Override
    public void stop() {
        stopping = true;
        running = false;
        held.forEach(Lease::stop);
    }

    /**
     * Also has no more copies taken on, while the service still answers requests for a while; beside the stop of what else
     * there is, as the container waits until its last look into the queue ends.
     */
    @Override
    public void stop(Runnable callback) {
        stop();
        Thread.ofVirtual().name("leases-stop").start(() -> {
            try {
                MessageListenerContainer<?> container = containers.getContainerById(CopyListener.CONTAINER);
                if (container != null) {
                    container.stop();
                }
            } finally {
                callback.run();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
