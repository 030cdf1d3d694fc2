package dev.medley.mediasync.transfer;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.util.unit.DataSize;

/** Memory for parts of sources that are read as one stream. All transfers of this instance share it, first come first served. */
final class ReadAhead {

    /** Longest part that is kept in memory, in bytes: enough for files of 625 GiB. */
    private static final long LARGEST_PART = 64 << 20;

    /** Bytes of a permit, of which a semaphore has an int's worth. */
    private static final int UNIT = 1024;

    private final Semaphore free;
    private final long largestPart;

    /** @param budget for all buffers together */
    ReadAhead(DataSize budget) {
        this.free = new Semaphore(Math.toIntExact(budget.toBytes() / UNIT), true);
        this.largestPart = Math.min(LARGEST_PART, budget.toBytes());
    }

    /** A part's memory, until it is closed. */
    final class Buffer implements AutoCloseable {

        private final byte[] bytes;

        private Buffer(long length) {
            this.bytes = new byte[(int) length];
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public void close() {
            free.release(units(bytes.length));
        }
    }

    /** Bytes of the longest part that has a buffer. */
    long largestPart() {
        return largestPart;
    }

    /** A buffer if one is free and nobody waits for it. */
    Optional<Buffer> take(long bytes) throws InterruptedException {
        // Without a time, however short, it would go before those who wait.
        return free.tryAcquire(units(bytes), 0, TimeUnit.NANOSECONDS) ? Optional.of(allocate(bytes)) : Optional.empty();
    }

    /** A buffer when it is this caller's turn. */
    Buffer await(long bytes) throws InterruptedException {
        free.acquire(units(bytes));
        return allocate(bytes);
    }

    private Buffer allocate(long bytes) {
        try {
            return new Buffer(bytes);
        } catch (OutOfMemoryError e) {
            free.release(units(bytes));
            throw e;
        }
    }

    private static int units(long bytes) {
        return (int) ((bytes + UNIT - 1) / UNIT);
    }
}
