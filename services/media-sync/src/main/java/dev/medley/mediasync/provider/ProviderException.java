package dev.medley.mediasync.provider;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider that could not be used. Its message is for operators and quotes neither credentials nor links. */
public final class ProviderException extends IOException {

    private static final long serialVersionUID = 1L;

    private final ProviderFailure failure;
    private final @Nullable Duration retryAfter;

    /** Tells of a failure. */
    public ProviderException(ProviderFailure failure, String message) {
        this(failure, message, null, null);
    }

    ProviderException(
            ProviderFailure failure, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.failure = failure;
        this.retryAfter = retryAfter;
    }

    /** Why. */
    public ProviderFailure failure() {
        return failure;
    }

    /** How long the provider asked to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
