package dev.medley.mediasync.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the credentials of a provider stand.
 *
 * @param kind their kind; null while missing
 * @param status whether they are of use
 * @param reason why they are of no use
 * @param rotatedAt when the monthly rotation last succeeded
 * @param updatedAt when any of this last changed
 */
public record Account(
        @Nullable String kind,
        AccountStatus status,
        @Nullable String reason,
        @Nullable Instant rotatedAt,
        @Nullable Instant updatedAt) {

    static final Account MISSING = new Account(null, AccountStatus.MISSING, null, null, null);
}
