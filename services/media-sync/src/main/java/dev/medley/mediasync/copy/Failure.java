package dev.medley.mediasync.copy;

import dev.medley.mediasync.credential.Reasons;
import dev.medley.mediasync.provider.ProviderException;
import dev.medley.mediasync.provider.ProviderFailure;
import dev.medley.mediasync.transfer.TransferException;
import dev.medley.mediasync.transfer.TransferFailure;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a try came to nothing.
 *
 * @param reason stable code
 * @param detail the same for people
 * @param consequence what follows from it
 * @param retryAfter how long the provider or the source asked to be left alone
 */
record Failure(
        String reason,
        String detail,
        Consequence consequence,
        @Nullable Duration retryAfter) {

    /** What follows from a failure. */
    enum Consequence {
        /** The file is no more. */
        DELETED,
        /** The provider will hand it out later. */
        WAIT,
        /** Another try may do. */
        RETRY,
        /** Another try would fail as well. */
        FAIL
    }

    /**
     * Of a transfer.
     *
     * @param resolving what the provider last said when it was asked for a link; null when it gave one
     */
    static Failure of(TransferException transfer, @Nullable ProviderException resolving) {
        if (resolving != null) {
            return of(resolving);
        }
        String detail = Objects.requireNonNullElse(transfer.getMessage(), "The transfer failed.");
        Consequence consequence = transfer.failure() == TransferFailure.SOURCE_GONE
                ? Consequence.DELETED
                : transfer.retryable() ? Consequence.RETRY : Consequence.FAIL;
        return new Failure(Reasons.of(transfer.failure()), detail, consequence, transfer.notBefore());
    }

    private static Failure of(ProviderException provider) {
        ProviderFailure failure = provider.failure();
        Consequence consequence =
                switch (failure) {
                    case GONE -> Consequence.DELETED;
                    case NOT_READY -> Consequence.WAIT;
                    case RATE_LIMITED, UNAVAILABLE -> Consequence.RETRY;
                    case REFUSED, FORBIDDEN, INVALID_GRANT, FORBIDDEN_MEDIA, UNEXPECTED_ANSWER, FORBIDDEN_ADDRESS ->
                        Consequence.FAIL;
                };
        return new Failure(
                Reasons.of(failure),
                Objects.requireNonNullElse(provider.getMessage(), "The provider gave no link."),
                consequence,
                provider.retryAfter().orElse(null));
    }
}
