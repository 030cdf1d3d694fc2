package dev.medley.identity.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the erasure of an account is.
 *
 * @param erasureId names it, also when the account is long gone
 * @param status {@code ERASING} until every service has answered, then {@code ERASED}
 * @param requestedAt when the user asked for it
 * @param finishedAt when the last service had erased its part
 * @param awaiting services that have not answered yet
 */
record ErasureResponse(
        UUID erasureId,
        Status status,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        List<String> awaiting) {

    enum Status {
        ERASING,
        ERASED
    }

    static ErasureResponse of(UUID id, Instant requestedAt, @Nullable Instant finishedAt, List<String> awaiting) {
        return new ErasureResponse(
                id, finishedAt == null ? Status.ERASING : Status.ERASED, requestedAt, finishedAt, awaiting);
    }
}
