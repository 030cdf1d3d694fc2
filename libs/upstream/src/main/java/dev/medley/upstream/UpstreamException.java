package dev.medley.upstream;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server that did not answer, or with a status that a pause may cure, in all attempts. */
public final class UpstreamException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What {@link #status} tells of a server that did not answer. */
    public static final int NO_ANSWER = 0;

    private final int status;
    private final @Nullable Duration retryAfter;

    UpstreamException(String message, int status, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** The HTTP status of the last answer, or {@link #NO_ANSWER}. */
    public int status() {
        return status;
    }

    /** How long the server asked to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
