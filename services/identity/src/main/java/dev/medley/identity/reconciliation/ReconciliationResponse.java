package dev.medley.identity.reconciliation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run.
 *
 * @param id of the run
 * @param status where it stands
 * @param listed users of the pool looked at so far
 * @param created profiles made so far
 * @param startedAt when it was asked for
 * @param endedAt when it ended, if it has
 */
public record ReconciliationResponse(
        UUID id,
        ReconciliationStatus status,
        long listed,
        long created,
        Instant startedAt,
        @Nullable Instant endedAt) {}
