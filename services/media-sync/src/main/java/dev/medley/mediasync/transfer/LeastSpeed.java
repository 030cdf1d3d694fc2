package dev.medley.mediasync.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A source's bytes, which end with an error when fewer than a number of them come within a minute. Only the time that they
 * are waited for counts: a slow S3 or a bandwidth limit is not the source's fault.
 */
final class LeastSpeed extends InputStream {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final InputStream in;
    private final long leastBytes;
    private final LongSupplier nanoTime;
    private long waited;
    private long arrived;

    /**
     * @param leastBytes that have to come within a minute
     * @param nanoTime as {@link System#nanoTime}
     */
    LeastSpeed(InputStream in, long leastBytes, LongSupplier nanoTime) {
        this.in = in;
        this.leastBytes = leastBytes;
        this.nanoTime = nanoTime;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        long start = nanoTime.getAsLong();
        int count = in.read(buffer, offset, length);
        waited += nanoTime.getAsLong() - start;
        if (count > 0) {
            arrived += count;
        }
        if (count >= 0 && waited >= MINUTE) {
            if (arrived < leastBytes) {
                throw new TransferException(
                        TransferFailure.SOURCE_UNAVAILABLE,
                        "The source sent %d bytes in a minute, fewer than %d.".formatted(arrived, leastBytes));
            }
            waited = 0;
            arrived = 0;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
