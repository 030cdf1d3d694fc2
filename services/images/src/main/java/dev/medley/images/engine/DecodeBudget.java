package dev.medley.images.engine;

import java.util.concurrent.Semaphore;

/**
 * Bounds what pictures in work take together: no more of them than processors, as more would only take longer, and no more
 * heap and no more memory of native decoders than is set aside for them. What is too much at once waits for its turn, what
 * is too much by itself is refused.
 */
public final class DecodeBudget {

    private final int heapBytes;
    private final int codecBytes;
    private final Semaphore processors;
    private final Semaphore heap;
    private final Semaphore codecs;

    /**
     * Lets {@code processors} pictures be in work.
     *
     * @param heapBytes heap that they take together
     * @param codecBytes native memory that decoders and encoders of JPEG take together for coefficients
     */
    public DecodeBudget(int processors, int heapBytes, int codecBytes) {
        this.heapBytes = heapBytes;
        this.codecBytes = codecBytes;
        this.processors = new Semaphore(processors, true);
        this.heap = new Semaphore(heapBytes, true);
        this.codecs = new Semaphore(codecBytes, true);
    }

    /**
     * Takes the share of a picture, waiting until it is free.
     *
     * @param heapShare bytes of heap that it takes
     * @param codecShare bytes of native memory that it takes
     * @throws RejectedImageException at once when it takes more than there is; the picture has too many pixels then
     * @throws IllegalStateException when interrupted while waiting
     */
    public Share take(long heapShare, long codecShare) throws RejectedImageException {
        if (heapShare > heapBytes || codecShare > codecBytes) {
            throw new RejectedImageException(Rejection.TOO_MANY_PIXELS);
        }
        try {
            processors.acquire();
            acquire(heap, (int) heapShare, processors::release);
            acquire(codecs, (int) codecShare, () -> {
                heap.release((int) heapShare);
                processors.release();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to decode", e);
        }
        return () -> {
            codecs.release((int) codecShare);
            heap.release((int) heapShare);
            processors.release();
        };
    }

    private static void acquire(Semaphore wanted, int bytes, Runnable giveUp) throws InterruptedException {
        try {
            wanted.acquire(bytes);
        } catch (InterruptedException e) {
            giveUp.run();
            throw e;
        }
    }

    /** Gives the share back. */
    @FunctionalInterface
    public interface Share extends AutoCloseable {
        @Override
        void close();
    }
}
