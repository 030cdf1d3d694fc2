package dev.medley.mediasync.transfer;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Streams each missing part from a range of its own straight to S3: no part waits for another, and none is kept. */
final class RangedParts implements Crew.Turn {

    private final SourceReader reader;
    private final SourceBody whole;
    private final MultipartUpload upload;
    private final Attempts attempts;
    private final LongAdder sent;
    private final BandwidthLimit bandwidth;
    private final Queue<Integer> missing = new ConcurrentLinkedQueue<>();

    /**
     * @param whole the source's first answer, which tells length and validator
     * @param sent counts the bytes
     */
    RangedParts(
            SourceReader reader,
            SourceBody whole,
            MultipartUpload upload,
            Attempts attempts,
            LongAdder sent,
            BandwidthLimit bandwidth) {
        this.reader = reader;
        this.whole = whole;
        this.upload = upload;
        this.attempts = attempts;
        this.sent = sent;
        this.bandwidth = bandwidth;
        long parts = (whole.total() + upload.partSize() - 1) / upload.partSize();
        for (int number = 1; number <= parts; number++) {
            if (upload.part(number) == null) {
                missing.add(number);
            }
        }
    }

    @Override
    public boolean take() throws TransferException, InterruptedException {
        Integer number = missing.poll();
        if (number == null) {
            return false;
        }
        attempts.of(() -> send(number));
        return true;
    }

    private PartReceipt send(int number) throws TransferException, InterruptedException {
        long from = (number - 1) * upload.partSize();
        long bytes = Math.min(upload.partSize(), whole.total() - from);
        try (SourceBody range = reader.open(from, bytes, whole)) {
            PartReceipt stored = upload.send(number, new PartBody(range.in(), bytes, sent, bandwidth));
            range.readEnd();
            return stored;
        }
    }
}
