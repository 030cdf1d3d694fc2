package dev.medley.mediasync.run;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as clients see it.
 *
 * @param id its id
 * @param provider whose library
 * @param trigger what started it
 * @param status where it stands
 * @param listed media listed so far
 * @param known of those, ones that needed nothing
 * @param more whether the library goes on beyond what this run listed; the next run lists that
 * @param progress what became of the others
 * @param reason code of what ended it early, or of what it last waited for
 * @param detail the same for people
 * @param createdAt when it was started
 * @param finishedAt when it ended
 */
record RunResponse(
        UUID id,
        String provider,
        RunTrigger trigger,
        RunStatus status,
        int listed,
        int known,
        boolean more,
        Run.Progress progress,
        @Nullable String reason,
        @Nullable String detail,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    static RunResponse from(Run run) {
        return new RunResponse(
                run.id(),
                run.provider(),
                run.trigger(),
                run.status(),
                run.listed(),
                run.known(),
                run.more(),
                run.progress(),
                run.reason(),
                run.detail(),
                run.createdAt(),
                run.finishedAt());
    }
}
