package dev.medley.mediasync.copy;

import dev.medley.contracts.MediaSynced;
import dev.medley.mediasync.run.RunFinisher;
import dev.medley.mediasync.transfer.TransferReceipt;
import dev.medley.mediasync.video.Video;
import dev.medley.messaging.outbox.Outbox;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes what became of a copy, in one transaction with what follows from it. */
@Component
class CopyOutcomes {

    private static final Logger log = LoggerFactory.getLogger(CopyOutcomes.class);

    /** However long a source asks to be left alone, a run waits no longer for it. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final CopyRows rows;
    private final RunFinisher finisher;
    private final Outbox outbox;
    private final ObjectStore objects;
    private final SyncMetrics metrics;
    private final CopyProperties properties;
    private final InstantSource clock;

    CopyOutcomes(
            CopyRows rows,
            RunFinisher finisher,
            Outbox outbox,
            ObjectStore objects,
            SyncMetrics metrics,
            CopyProperties properties,
            InstantSource clock) {
        this.rows = rows;
        this.finisher = finisher;
        this.outbox = outbox;
        this.objects = objects;
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
    }

    /** Locks the run before the file, as whoever lists or cancels a run does: in another order they would deadlock. */
    @Transactional
    public void completed(Claim claim, ObjectReference target, TransferReceipt receipt) {
        UUID run = rows.runOf(claim.video());
        finisher.hold(run);
        if (!rows.completed(claim, receipt)) {
            lost(claim);
            return;
        }
        Video video = claim.video();
        outbox.publish(
                video.id().toString(),
                new MediaSynced(
                        video.id().toString(),
                        video.provider(),
                        video.mediaId(),
                        video.filename(),
                        objects.bucketName(target.bucket()),
                        target.key(),
                        receipt.bytes(),
                        receipt.eTag(),
                        receipt.checksum(),
                        clock.instant()));
        metrics.completed(video.provider(), receipt);
        finisher.finishIfDone(run);
    }

    /** As {@link #completed}, for a try that came to nothing. */
    @Transactional
    public void failed(Claim claim, Failure failure) {
        Video video = claim.video();
        UUID run = rows.runOf(video);
        finisher.hold(run);
        boolean held =
                switch (failure.consequence()) {
                    case DELETED ->
                        rows.ended(claim, "SOURCE_DELETED", failure.reason(), "The provider has deleted the file.");
                    case WAIT -> rows.waits(claim, failure.reason(), failure.detail());
                    case RETRY ->
                        video.attempts() < properties.maxAttempts()
                                ? rows.postponed(claim, pause(video, failure))
                                : rows.ended(claim, "FAILED", failure.reason(), failure.detail());
                    case FAIL -> rows.ended(claim, "FAILED", failure.reason(), failure.detail());
                };
        if (!held) {
            lost(claim);
            return;
        }
        if (failure.consequence() == Failure.Consequence.RETRY || failure.consequence() == Failure.Consequence.FAIL) {
            metrics.failed(video.provider(), failure.reason());
        }
        finisher.finishIfDone(run);
    }

    private Duration pause(Video video, Failure failure) {
        Duration backoff = properties.backoff().multipliedBy(1L << Math.min(video.attempts() - 1, 10));
        Duration asked = Objects.requireNonNullElse(failure.retryAfter(), Duration.ZERO);
        Duration pause = asked.compareTo(backoff) > 0 ? asked : backoff;
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static void lost(Claim claim) {
        log.info(
                "video {} was cancelled or taken over; what this worker did is dropped",
                claim.video().id());
    }
}
