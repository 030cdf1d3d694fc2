package dev.medley.mediasync.transfer;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A transfer, or a step of it, failed. The message is for operators and carries no link. */
public final class TransferException extends IOException {

    private static final long serialVersionUID = 1L;

    private final TransferFailure failure;
    private final Duration notBefore;

    /** Without a cause. */
    public TransferException(TransferFailure failure, String message) {
        this(failure, message, null);
    }

    /** With what led to it. */
    public TransferException(TransferFailure failure, String message, @Nullable Throwable cause) {
        this(failure, message, cause, Duration.ZERO);
    }

    /** With the time that the other side asked to wait, as {@code Retry-After} does. */
    public TransferException(TransferFailure failure, String message, @Nullable Throwable cause, Duration notBefore) {
        super(message, cause);
        this.failure = failure;
        this.notBefore = notBefore;
    }

    /** What kind of failure. */
    public TransferFailure failure() {
        return failure;
    }

    /** Whether another attempt may succeed. */
    public boolean retryable() {
        return failure.isRetryable();
    }

    /** How long to wait before another attempt; zero when nobody said. */
    public Duration notBefore() {
        return notBefore;
    }
}
