package dev.medley.mediasync.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source without ranges or without validator from its beginning to its end, a part ahead of S3. Parts that an
 * earlier attempt stored are read again and compared, not sent again.
 */
final class SequentialParts implements Crew.Turn {

    private final SourceBody source;
    private final MultipartUpload upload;
    private final Attempts attempts;
    private final LongAdder sent;
    private final BandwidthLimit bandwidth;
    private final ReadAhead readAhead;
    private final ReadAhead.Buffer own;
    private final BlockingQueue<ReadAhead.Buffer> idle = new ArrayBlockingQueue<>(1);
    private final ReentrantLock reading = new ReentrantLock();
    private int number;
    private long read;
    private boolean ended;

    /**
     * @param readAhead where further buffers come from, while there are any that nobody waits for
     * @param own the buffer that is this transfer's to the end, of the length of a part
     */
    SequentialParts(
            SourceBody source,
            MultipartUpload upload,
            Attempts attempts,
            LongAdder sent,
            BandwidthLimit bandwidth,
            ReadAhead readAhead,
            ReadAhead.Buffer own) {
        this.source = source;
        this.upload = upload;
        this.attempts = attempts;
        this.sent = sent;
        this.bandwidth = bandwidth;
        this.readAhead = readAhead;
        this.own = own;
        idle.add(own);
    }

    /**
     * A part that was read.
     *
     * @param number of the part
     * @param buffer begins with its bytes
     * @param length how many they are
     */
    private record Filled(int number, ReadAhead.Buffer buffer, int length) {}

    @Override
    public boolean take() throws TransferException, InterruptedException {
        Filled part;
        reading.lockInterruptibly();
        try {
            part = ended ? null : next();
        } finally {
            reading.unlock();
        }
        if (part == null) {
            return false;
        }
        try {
            store(part.number(), part.buffer().bytes(), part.length());
        } finally {
            giveBack(part.buffer());
        }
        return true;
    }

    private @Nullable Filled next() throws TransferException, InterruptedException {
        ReadAhead.Buffer buffer = buffer();
        Filled part = null;
        try {
            int length = fill(buffer.bytes());
            if (length > 0 && ++number > MultipartUpload.MOST_PARTS) {
                throw new TransferException(
                        TransferFailure.TOO_LARGE, "The source sends more than it can be cut into parts.");
            }
            part = length == 0 ? null : new Filled(number, buffer, length);
            return part;
        } finally {
            if (part == null) {
                giveBack(buffer);
            }
        }
    }

    /** Only while the own buffer is on its way to S3 it takes another. */
    private ReadAhead.Buffer buffer() throws InterruptedException {
        ReadAhead.Buffer first = idle.poll();
        if (first != null) {
            return first;
        }
        Optional<ReadAhead.Buffer> more = readAhead.take(upload.partSize());
        return more.isPresent() ? more.get() : idle.take();
    }

    private void giveBack(ReadAhead.Buffer buffer) {
        if (buffer == own) {
            idle.add(buffer);
        } else {
            buffer.close();
        }
    }

    private int fill(byte[] buffer) throws TransferException {
        int length;
        try {
            length = source.in().readNBytes(buffer, 0, buffer.length);
        } catch (IOException e) {
            throw SourceReader.broken(e);
        }
        read += length;
        ended = length < buffer.length;
        if (ended && source.total() != SourceBody.UNKNOWN && read != source.total()) {
            throw new TransferException(
                    TransferFailure.SHORT_BODY,
                    "The source ended after %d of %d bytes.".formatted(read, source.total()));
        }
        return length;
    }

    private void store(int part, byte[] buffer, int length) throws TransferException, InterruptedException {
        PartReceipt stored = upload.part(part);
        if (stored == null) {
            attempts.of(() -> upload.send(
                    part, new PartBody(new ByteArrayInputStream(buffer, 0, length), length, sent, bandwidth)));
            return;
        }
        CRC32C crc = new CRC32C();
        crc.update(buffer, 0, length);
        if (!new Crc32c((int) crc.getValue(), length).base64().equals(stored.checksum())) {
            throw new TransferException(TransferFailure.SOURCE_CHANGED, "The source sends another file than before.");
        }
    }
}
