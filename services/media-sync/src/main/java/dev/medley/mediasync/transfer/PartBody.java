package dev.medley.mediasync.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * An exact number of bytes on their way to S3: counted, summed up and slowed to the bandwidth limit. Remembers what the
 * source did wrong, as the client that reads this reports every error as its own.
 */
final class PartBody extends InputStream {

    /** Bytes between two looks at the bandwidth limit. */
    private static final int STRIDE = 65_536;

    private final InputStream in;
    private final long expected;
    private final LongAdder sent;
    private final BandwidthLimit bandwidth;
    private final CRC32C crc = new CRC32C();
    private long passed;
    private @Nullable TransferException failure;

    /**
     * @param expected how many bytes it has to have
     * @param sent counts them as they pass
     */
    PartBody(InputStream in, long expected, LongAdder sent, BandwidthLimit bandwidth) {
        this.in = in;
        this.expected = expected;
        this.sent = sent;
        this.bandwidth = bandwidth;
    }

    /** How many bytes it has to have. */
    long bytes() {
        return expected;
    }

    /** Of what has passed. */
    Crc32c checksum() {
        return new Crc32c((int) crc.getValue(), passed);
    }

    /** What went wrong on the source's side, if anything. */
    @Nullable
    TransferException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (passed == expected) {
            return -1;
        }
        int wanted = (int) Math.min(Math.min(length, STRIDE), expected - passed);
        int count;
        try {
            count = in.read(buffer, offset, wanted);
        } catch (IOException e) {
            throw failed(SourceReader.broken(e));
        }
        if (count < 0) {
            throw failed(new TransferException(
                    TransferFailure.SHORT_BODY, "The source ended after %d of %d bytes.".formatted(passed, expected)));
        }
        crc.update(buffer, offset, count);
        passed += count;
        sent.add(count);
        slowDown(count);
        return count;
    }

    private void slowDown(int bytes) throws InterruptedIOException {
        try {
            bandwidth.await(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    private TransferException failed(TransferException why) {
        failure = why;
        return why;
    }
}
