package dev.medley.images.library;

import dev.medley.images.scan.ScanOutcome;
import dev.medley.images.scan.ScanReport;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the steps of the newest attempt started and finished; null for what has not happened.
 *
 * @param validationStartedAt a worker took the image
 * @param validationFinishedAt the file was found good or bad
 * @param scanOutcome what the virus scanner said
 * @param scanStartedAt the file went to the virus scanner
 * @param scanFinishedAt the virus scanner answered
 * @param renderingStartedAt decoding began
 * @param renderingFinishedAt the last rendition was stored, or the file was found bad
 */
@Embeddable
public record Steps(
        @Nullable Instant validationStartedAt,
        @Nullable Instant validationFinishedAt,

        @Enumerated(EnumType.STRING) @Nullable ScanOutcome scanOutcome,

        @Nullable Instant scanStartedAt,
        @Nullable Instant scanFinishedAt,
        @Nullable Instant renderingStartedAt,
        @Nullable Instant renderingFinishedAt) {

    static final Steps NONE = new Steps(null, null, null, null, null, null, null);

    static Steps startedAt(Instant now) {
        return new Steps(now, null, null, null, null, null, null);
    }

    Steps scanned(ScanReport scan) {
        return new Steps(
                validationStartedAt,
                scan.startedAt(),
                scan.outcome(),
                scan.startedAt(),
                scan.finishedAt(),
                renderingStartedAt,
                renderingFinishedAt);
    }

    Steps rendering(Instant now) {
        return new Steps(
                validationStartedAt, validationFinishedAt, scanOutcome, scanStartedAt, scanFinishedAt, now, null);
    }

    /** Ends whichever step is running. */
    Steps finished(Instant now) {
        return new Steps(
                validationStartedAt,
                validationFinishedAt == null ? now : validationFinishedAt,
                scanOutcome,
                scanStartedAt,
                scanFinishedAt,
                renderingStartedAt,
                renderingStartedAt == null ? null : now);
    }
}
