package dev.medley.contracts;

import java.time.Instant;

/**
 * A run over a provider's library has ended.
 *
 * @param runId the run
 * @param provider whose library
 * @param outcome {@code COMPLETED}; {@code PARTIAL} when some files failed; {@code FAILED} when the run itself did;
 *     {@code CANCELLED}
 * @param total files that it took on
 * @param done of those, copied or found deleted at the source
 * @param failed of those, failed
 * @param detail one sentence for operators
 * @param finishedAt when it ended
 */
@EventType("media-sync.run-finished")
public record SyncRunFinished(
        String runId,
        String provider,
        String outcome,
        int total,
        int done,
        int failed,
        String detail,
        Instant finishedAt) {}
