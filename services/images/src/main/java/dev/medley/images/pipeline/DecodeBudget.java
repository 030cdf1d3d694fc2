package dev.medley.images.pipeline;

import java.util.concurrent.Semaphore;

/** Bounds what pictures in work take together, heap or processors: what is too much waits for its turn. */
final class DecodeBudget {

    private final int total;
    private final Semaphore free;

    DecodeBudget(int total) {
        this.total = total;
        this.free = new Semaphore(total, true);
    }

    /** Takes the share of a picture, waiting until it is free. A picture beyond the total takes everything. */
    Share take(long wanted) throws InterruptedException {
        int granted = Math.clamp(wanted, 1, total);
        free.acquire(granted);
        return () -> free.release(granted);
    }

    /** Gives the share back. */
    @FunctionalInterface
    interface Share extends AutoCloseable {

        @Override
        void close();
    }
}
