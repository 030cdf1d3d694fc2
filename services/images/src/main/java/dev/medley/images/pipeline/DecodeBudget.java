package dev.medley.images.pipeline;

import java.util.concurrent.Semaphore;

/** Bounds the pixels that are decoded at the same time, and with them the heap: a large picture waits for its turn. */
final class DecodeBudget {

    private final int total;
    private final Semaphore pixels;

    DecodeBudget(int total) {
        this.total = total;
        this.pixels = new Semaphore(total, true);
    }

    /** Takes the share of a picture, waiting until it is free. A picture beyond the total takes everything. */
    Share take(long wanted) throws InterruptedException {
        int granted = Math.clamp(wanted, 1, total);
        pixels.acquire(granted);
        return () -> pixels.release(granted);
    }

    /** Gives the pixels back. */
    @FunctionalInterface
    interface Share extends AutoCloseable {

        @Override
        void close();
    }
}
