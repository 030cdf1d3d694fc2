package dev.medley.mediasync.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32C;

/**
 * Reads a source without ranges or without validator from its beginning to its end, a part ahead of S3. Parts that an
 * earlier attempt stored are read again and compared, not sent again.
 */
final class SequentialParts implements Crew.Turn {

    /** Longest part that is kept in memory, in bytes: enough for files of 4.8 TiB. */
    private static final long LARGEST_PART = 512 << 20;

    private final SourceBody source;
    private final MultipartUpload upload;
    private final Attempts attempts;
    private final LongAdder sent;
    private final BandwidthLimit bandwidth;
    private final BlockingQueue<byte[]> buffers;
    private final ReentrantLock reading = new ReentrantLock();
    private int number;
    private long read;
    private boolean ended;

    /** @param ahead parts in memory at once */
    SequentialParts(
            SourceBody source,
            MultipartUpload upload,
            Attempts attempts,
            LongAdder sent,
            BandwidthLimit bandwidth,
            int ahead)
            throws TransferException {
        if (upload.partSize() > LARGEST_PART) {
            throw new TransferException(
                    TransferFailure.TOO_LARGE,
                    "Parts of %d bytes do not fit into memory, and the source is read as one stream."
                            .formatted(upload.partSize()));
        }
        this.source = source;
        this.upload = upload;
        this.attempts = attempts;
        this.sent = sent;
        this.bandwidth = bandwidth;
        this.buffers = new ArrayBlockingQueue<>(ahead);
        for (int buffer = 0; buffer < ahead; buffer++) {
            buffers.add(new byte[(int) upload.partSize()]);
        }
    }

    @Override
    public boolean take() throws TransferException, InterruptedException {
        byte[] buffer = buffers.take();
        try {
            int part;
            int length;
            reading.lockInterruptibly();
            try {
                length = ended ? 0 : fill(buffer);
                if (length == 0) {
                    return false;
                }
                part = ++number;
                if (part > MultipartUpload.MOST_PARTS) {
                    throw new TransferException(
                            TransferFailure.TOO_LARGE, "The source sends more than it can be cut into parts.");
                }
            } finally {
                reading.unlock();
            }
            store(part, buffer, length);
            return true;
        } finally {
            buffers.add(buffer);
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
