package dev.medley.images.library;

import dev.medley.images.scan.ScanOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of the pipeline.
 *
 * @param name {@code validation}, {@code virus-scan} or {@code rendering}
 * @param status how it stands
 * @param startedAt in the newest attempt
 * @param finishedAt in the newest attempt
 */
public record StepResponse(
        @Schema(example = "rendering") String name,
        Status status,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** How a step stands. */
    public enum Status {
        /** Not begun. */
        PENDING,
        /** Begun. */
        RUNNING,
        /** Done. */
        COMPLETED,
        /** The file was found bad here. */
        REJECTED,
        /** The platform is at fault. */
        FAILED,
        /** Nobody does it here; for a virus scan that is not the same as passed. */
        SKIPPED
    }

    /** The steps of an image in their order. */
    static List<StepResponse> of(Image image) {
        Steps steps = image.steps();
        return List.of(
                new StepResponse(
                        "validation",
                        status(
                                image,
                                steps.validationStartedAt(),
                                steps.validationFinishedAt(),
                                steps.scanStartedAt() == null),
                        steps.validationStartedAt(),
                        steps.validationFinishedAt()),
                new StepResponse("virus-scan", scanStatus(steps), steps.scanStartedAt(), steps.scanFinishedAt()),
                new StepResponse(
                        "rendering",
                        status(image, steps.renderingStartedAt(), steps.renderingFinishedAt(), true),
                        steps.renderingStartedAt(),
                        steps.renderingFinishedAt()));
    }

    private static Status status(Image image, @Nullable Instant started, @Nullable Instant finished, boolean last) {
        if (started == null) {
            return Status.PENDING;
        }
        if (finished == null) {
            return image.status() == ImageStatus.FAILED ? Status.FAILED : Status.RUNNING;
        }
        return last && image.status() == ImageStatus.REJECTED ? Status.REJECTED : Status.COMPLETED;
    }

    private static Status scanStatus(Steps steps) {
        ScanOutcome outcome = steps.scanOutcome();
        return switch (outcome) {
            case null -> Status.PENDING;
            case SKIPPED -> Status.SKIPPED;
            case CLEAN -> Status.COMPLETED;
            case INFECTED -> Status.REJECTED;
        };
    }
}
