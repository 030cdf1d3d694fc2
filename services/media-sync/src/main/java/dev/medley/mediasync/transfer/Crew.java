package dev.medley.mediasync.transfer;

import java.time.Duration;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Several threads that take part after part until none is left or one of them fails. */
final class Crew {

    private final int size;
    private final Duration heartbeat;

    /**
     * @param size how many threads
     * @param heartbeat between two signs of life
     */
    Crew(int size, Duration heartbeat) {
        this.size = size;
        this.heartbeat = heartbeat;
    }

    /** One part of the work. */
    @FunctionalInterface
    interface Turn {

        /** Returns false when nothing was left to do. */
        boolean take() throws TransferException, InterruptedException;
    }

    /** Told from time to time by the calling thread. */
    @FunctionalInterface
    interface Pulse {

        void beat() throws TransferException;
    }

    /**
     * Works until all is done. After a failure the others finish the part that they have in hand, so that it need not be
     * done again. No thread runs any more when this returns.
     *
     * @throws TransferException the first failure, or the pulse's, which waits for nobody
     */
    void work(Turn turn, Pulse pulse) throws TransferException, InterruptedException {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Boolean> ends = new ExecutorCompletionService<>(threads);
            for (int thread = 0; thread < size; thread++) {
                ends.submit(() -> takeTurns(turn, failure));
            }
            try {
                for (int running = size; running > 0; ) {
                    if (ends.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS) == null) {
                        pulse.beat();
                    } else {
                        running--;
                    }
                }
            } finally {
                threads.shutdownNow();
            }
        }
        switch (failure.get()) {
            case null -> {}
            case TransferException failed -> throw failed;
            case RuntimeException mistake -> throw mistake;
            case Error error -> throw error;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    private static boolean takeTurns(Turn turn, AtomicReference<@Nullable Throwable> failure) {
        try {
            boolean more = true;
            while (more && failure.get() == null) {
                more = turn.take();
            }
        } catch (TransferException | InterruptedException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
        return true;
    }
}
