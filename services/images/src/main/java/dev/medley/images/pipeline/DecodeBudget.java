package dev.medley.images.pipeline;

import java.util.concurrent.Semaphore;

/** Bounds the heap that pictures being decoded take together: a large one waits for its turn. */
final class DecodeBudget {

    private final int total;
    private final Semaphore bytes;

    DecodeBudget(int total) {
        this.total = total;
        this.bytes = new Semaphore(total, true);
    }

    /** Takes the share of a picture, waiting until it is free. A picture beyond the total takes everything. */
    Share take(long wanted) throws InterruptedException {
        int granted = Math.clamp(wanted, 1, total);
        bytes.acquire(granted);
        return () -> bytes.release(granted);
    }

    /** Gives the bytes back. */
    @FunctionalInterface
    interface Share extends AutoCloseable {

        @Override
        void close();
    }
}
