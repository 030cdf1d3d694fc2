package dev.medley.mediasync.transfer;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** One attempt to carry one file. */
final class Transfer {

    /** Parts in memory at once where the source is read as one stream. */
    private static final int READ_AHEAD = 3;

    /** Of parts longer than this, in bytes, only one is in memory. */
    private static final long LARGE_PART = 16 << 20;

    private final SourceReader reader;
    private final S3Target target;
    private final TransferJournal journal;
    private final @Nullable Long expectedBytes;
    private final TransferProperties properties;
    private final BandwidthLimit bandwidth;
    private final ReadAhead readAhead;
    private final Attempts attempts;
    private final LongAdder sent = new LongAdder();

    Transfer(
            SourceReader reader,
            S3Target target,
            TransferJournal journal,
            @Nullable Long expectedBytes,
            TransferProperties properties,
            BandwidthLimit bandwidth,
            ReadAhead readAhead) {
        this.reader = reader;
        this.target = target;
        this.journal = journal;
        this.expectedBytes = expectedBytes;
        this.properties = properties;
        this.bandwidth = bandwidth;
        this.readAhead = readAhead;
        this.attempts = new Attempts(properties);
    }

    TransferReceipt run() throws TransferException, InterruptedException {
        long start = System.nanoTime();
        try (SourceBody source = attempts.of(reader::open)) {
            if (source.total() != SourceBody.UNKNOWN) {
                compareToListing(source.total());
            }
            S3Target.Stored stored = store(source);
            return new TransferReceipt(
                    stored.checksum().bytes(),
                    sent.sum(),
                    stored.eTag(),
                    stored.checksum().base64(),
                    Duration.ofNanos(System.nanoTime() - start),
                    source.waited());
        }
    }

    /** What the provider made of a file is not as long as the file that it lists. */
    private void compareToListing(long bytes) throws TransferException {
        if (expectedBytes != null && bytes != expectedBytes && !reader.readsDerivative()) {
            throw new TransferException(
                    TransferFailure.SIZE_MISMATCH,
                    "Size mismatch: expected %d, got %d".formatted(expectedBytes, bytes));
        }
    }

    private S3Target.Stored store(SourceBody source) throws TransferException, InterruptedException {
        if (source.total() > MediaTransfers.LARGEST_FILE) {
            throw new TransferException(
                    TransferFailure.TOO_LARGE, "The file has %d bytes, more than S3 takes.".formatted(source.total()));
        }
        long threshold = properties.multipartThreshold().toBytes();
        if (source.total() != SourceBody.UNKNOWN && source.total() <= threshold) {
            return putAtOnce(source);
        }
        Optional<S3Target.Stored> before = finishedBefore(source);
        if (before.isPresent()) {
            return before.get();
        }
        long partSize =
                MultipartUpload.partSize(source.total(), properties.partSize().toBytes());
        // Ranges of a source without validator may be of two files; what is read from the beginning can be compared.
        boolean inRanges = source.ranged() && source.validator() != null;
        if (!inRanges && partSize > readAhead.largestPart()) {
            throw new TransferException(
                    TransferFailure.TOO_LARGE,
                    "Parts of %d bytes do not fit into memory, and the source is read as one stream."
                            .formatted(partSize));
        }
        OpenUpload wanted = new OpenUpload("", source.validator(), source.total(), partSize, List.of());
        MultipartUpload upload = MultipartUpload.begin(target, journal, wanted);
        try {
            if (inRanges) {
                source.close();
                work(
                        properties.partsAtOnce(),
                        upload,
                        new RangedParts(reader, source, upload, attempts, sent, bandwidth));
            } else {
                readThrough(source, upload);
            }
            return complete(upload);
        } catch (TransferException e) {
            if (e.failure().isWasted()) {
                upload.abort();
            }
            throw e;
        }
    }

    private S3Target.Stored complete(MultipartUpload upload) throws TransferException {
        compareToListing(upload.storedBytes());
        if (upload.storedBytes() == 0) {
            upload.abort();
            return target.put(new PartBody(InputStream.nullInputStream(), 0, sent, bandwidth));
        }
        return upload.complete();
    }

    /** An attempt that died between S3's last word and the caller's left a finished object. */
    private Optional<S3Target.Stored> finishedBefore(SourceBody source) throws TransferException {
        Optional<OpenUpload> left = journal.open();
        if (left.isEmpty()
                || source.validator() == null
                || !source.validator().equals(left.get().validator())) {
            return Optional.empty();
        }
        List<PartReceipt> parts = left.get().parts();
        if (PartChecksums.whole(parts).bytes() != source.total()) {
            return Optional.empty();
        }
        return target.find(parts);
    }

    private S3Target.Stored putAtOnce(SourceBody source) throws TransferException, InterruptedException {
        Optional<OpenUpload> left = journal.open();
        if (left.isPresent()) {
            journal.closed();
            target.abort(left.get().uploadId());
        }
        AtomicReference<@Nullable SourceBody> opened = new AtomicReference<>(source);
        AtomicReference<S3Target.@Nullable Stored> stored = new AtomicReference<>();
        work(1, null, () -> {
            stored.set(attempts.of(() -> {
                try (SourceBody body = again(opened.getAndSet(null), source)) {
                    S3Target.Stored made = target.put(new PartBody(body.in(), body.total(), sent, bandwidth));
                    body.readEnd();
                    return made;
                }
            }));
            return false;
        });
        return Objects.requireNonNull(stored.get());
    }

    private void readThrough(SourceBody source, MultipartUpload upload) throws TransferException, InterruptedException {
        AtomicReference<@Nullable SourceBody> opened = new AtomicReference<>(source);
        try (ReadAhead.Buffer own = buffer(opened, source, upload)) {
            attempts.of(() -> {
                try (SourceBody body = again(opened.getAndSet(null), source)) {
                    int ahead = upload.partSize() > LARGE_PART ? 1 : READ_AHEAD;
                    work(ahead, upload, new SequentialParts(body, upload, attempts, sent, bandwidth, readAhead, own));
                    return upload.storedBytes();
                }
            });
        }
    }

    /** The transfer's own buffer. A source that had to wait for it would be cut off by its server, so it is closed then. */
    private ReadAhead.Buffer buffer(
            AtomicReference<@Nullable SourceBody> opened, SourceBody source, MultipartUpload upload)
            throws TransferException, InterruptedException {
        if (upload.partSize() > readAhead.largestPart()) {
            throw new TransferException(
                    TransferFailure.UPLOAD_LOST, "The parts of the upload that was begun do not fit into memory now.");
        }
        Optional<ReadAhead.Buffer> free = readAhead.take(upload.partSize());
        if (free.isPresent()) {
            return free.get();
        }
        opened.set(null);
        source.close();
        AtomicReference<ReadAhead.@Nullable Buffer> awaited = new AtomicReference<>();
        try {
            work(1, upload, () -> {
                awaited.set(readAhead.await(upload.partSize()));
                return false;
            });
            return Objects.requireNonNull(awaited.getAndSet(null));
        } finally {
            // It may have come just before the wait was ended.
            ReadAhead.Buffer unused = awaited.get();
            if (unused != null) {
                unused.close();
            }
        }
    }

    /** The open answer, or another one of the same file. */
    private SourceBody again(@Nullable SourceBody open, SourceBody first)
            throws TransferException, InterruptedException {
        return open == null ? reader.openAgain(first) : open;
    }

    private void work(int threads, @Nullable MultipartUpload upload, Crew.Turn turn)
            throws TransferException, InterruptedException {
        long resumed = upload == null ? 0 : upload.storedBytes();
        new Crew(threads, properties.heartbeat()).work(turn, () -> journal.heartbeat(resumed + sent.sum()));
    }
}
