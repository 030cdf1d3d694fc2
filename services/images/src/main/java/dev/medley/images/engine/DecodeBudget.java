package dev.medley.images.engine;

import java.util.concurrent.Semaphore;

/**
 * Bounds what pictures in work take together: no more of them than processors, as more would only take longer, and no more
 * heap than is set aside for them. What is too much waits for its turn.
 */
public final class DecodeBudget {

    private final int capacity;
    private final Semaphore processors;
    private final Semaphore heap;

    /** Lets {@code processors} pictures be in work that take {@code bytes} of heap together. */
    public DecodeBudget(int processors, int bytes) {
        this.capacity = bytes;
        this.processors = new Semaphore(processors, true);
        this.heap = new Semaphore(bytes, true);
    }

    /**
     * Takes the share of a picture, waiting until it is free. A picture beyond the whole takes everything.
     *
     * @param bytes heap that it takes
     * @throws IllegalStateException when interrupted while waiting
     */
    public Share take(long bytes) {
        int granted = Math.clamp(bytes, 1, capacity);
        try {
            processors.acquire();
            try {
                heap.acquire(granted);
            } catch (InterruptedException e) {
                processors.release();
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to decode", e);
        }
        return () -> {
            heap.release(granted);
            processors.release();
        };
    }

    /** Gives the share back. */
    @FunctionalInterface
    public interface Share extends AutoCloseable {
        @Override
        void close();
    }
}
