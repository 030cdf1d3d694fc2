package dev.medley.mediasync.transfer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A transfer that came to nothing; the target is as it was before. */
public final class TransferException extends IOException {

    private static final long serialVersionUID = 1L;

    private final TransferFailure failure;
    private final boolean retryable;

    /**
     * Tells of a failure.
     *
     * @param retryable whether another attempt may succeed
     * @param detail for people; quotes no link, as links carry credentials
     */
    public TransferException(TransferFailure failure, boolean retryable, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.failure = failure;
        this.retryable = retryable;
    }

    /** Why. */
    public TransferFailure failure() {
        return failure;
    }

    /** Whether another attempt may succeed. */
    public boolean retryable() {
        return retryable;
    }
}
