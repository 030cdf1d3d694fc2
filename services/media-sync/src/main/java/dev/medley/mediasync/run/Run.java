package dev.medley.mediasync.run;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run over a provider's library.
 *
 * @param id its id
 * @param provider whose library
 * @param trigger what started it
 * @param status where it stands
 * @param position where its next page begins; null for the oldest media
 * @param more whether the library goes on beyond what this run listed
 * @param listed media listed so far
 * @param known of those, ones that needed nothing
 * @param progress what became of the others
 * @param reason code of what ended it early
 * @param detail the same for people
 * @param failures failed attempts in a row at the page that is next
 * @param step grows with every attempt; who holds an older one has lost the run
 * @param createdAt when it was started
 * @param finishedAt when it ended
 */
public record Run(
        UUID id,
        String provider,
        RunTrigger trigger,
        RunStatus status,
        @Nullable String position,
        boolean more,
        int listed,
        int known,
        Progress progress,
        @Nullable String reason,
        @Nullable String detail,
        int failures,
        long step,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /**
     * Media that a run took on.
     *
     * @param total how many
     * @param done copied, or found deleted at the source
     * @param failed not copied
     */
    public record Progress(int total, int done, int failed) {}
}
