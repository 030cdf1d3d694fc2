package dev.medley.mediasync.transfer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A multipart upload from its beginning, or from where an earlier attempt left it, to its end. Safe for concurrent use. */
final class MultipartUpload {

    /** The most parts that S3 takes. */
    static final int MOST_PARTS = 10_000;

    private static final long MEBIBYTE = 1 << 20;

    private final S3Target target;
    private final TransferJournal journal;
    private final OpenUpload upload;
    private final Map<Integer, PartReceipt> parts = new ConcurrentHashMap<>();

    private MultipartUpload(S3Target target, TransferJournal journal, OpenUpload upload) {
        this.target = target;
        this.journal = journal;
        this.upload = upload;
        upload.parts().forEach(part -> parts.put(part.number(), part));
    }

    /** Bytes of each part: as configured, or more where 10,000 of those would not do. */
    static long partSize(long bytes, long configured) {
        long least = (bytes + MOST_PARTS - 1) / MOST_PARTS;
        return Math.max(configured, (least + MEBIBYTE - 1) / MEBIBYTE * MEBIBYTE);
    }

    /**
     * Goes on with the upload that the journal knows if it is of the same file; gives it up and begins another if not.
     */
    static MultipartUpload begin(S3Target target, TransferJournal journal, OpenUpload wanted) throws TransferException {
        Optional<OpenUpload> left = journal.open();
        if (left.isPresent()) {
            OpenUpload known = left.get();
            if (known.bytes() == wanted.bytes() && Objects.equals(known.validator(), wanted.validator())) {
                Map<Integer, String> stored = target.storedParts(known.uploadId());
                if (stored != null) {
                    return new MultipartUpload(target, journal, withParts(known, stored));
                }
            }
        }
        OpenUpload fresh =
                new OpenUpload(target.create(), wanted.validator(), wanted.bytes(), wanted.partSize(), List.of());
        journal.opened(fresh);
        if (left.isPresent()) {
            target.abort(left.get().uploadId());
        }
        return new MultipartUpload(target, journal, fresh);
    }

    /** The journal's receipts that S3 confirms. */
    private static OpenUpload withParts(OpenUpload known, Map<Integer, String> stored) {
        List<PartReceipt> confirmed = known.parts().stream()
                .filter(part -> part.eTag().equals(stored.get(part.number())))
                .toList();
        return new OpenUpload(known.uploadId(), known.validator(), known.bytes(), known.partSize(), confirmed);
    }

    /** Bytes of each part but the last. */
    long partSize() {
        return upload.partSize();
    }

    /** The receipt of a part, or null when it is not stored. */
    @Nullable
    PartReceipt part(int number) {
        return parts.get(number);
    }

    /** Bytes that are stored. */
    long storedBytes() {
        return parts.values().stream().mapToLong(PartReceipt::bytes).sum();
    }

    /** Stores a part. */
    PartReceipt send(int number, PartBody body) throws TransferException, InterruptedException {
        PartReceipt receipt = target.uploadPart(upload.uploadId(), number, body);
        parts.put(number, receipt);
        journal.partFinished(receipt);
        return receipt;
    }

    /** Makes the object. The journal keeps the upload: until the caller has noted the object, it may be looked for again. */
    S3Target.Stored complete() throws TransferException {
        List<PartReceipt> all = parts.values().stream()
                .sorted(Comparator.comparingInt(PartReceipt::number))
                .toList();
        try {
            return target.complete(upload.uploadId(), all);
        } catch (TransferException e) {
            if (e.failure() != TransferFailure.UPLOAD_LOST) {
                throw e;
            }
            // S3 forgets an upload that it has completed, also when its answer was lost on the way.
            return target.find(all).orElseThrow(() -> e);
        }
    }

    /** Frees what is stored: none of it is of use to another attempt. */
    void abort() throws TransferException {
        // The journal first: it stops whoever has lost the transfer before another's upload is gone.
        journal.closed();
        target.abort(upload.uploadId());
    }
}
