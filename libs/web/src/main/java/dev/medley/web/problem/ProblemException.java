package dev.medley.web.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem of the catalogue. Its detail is shown to the caller: never put an internal text there. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String detail;
    private final transient List<ProblemError> errors;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            ProblemCode code,
            String detail,
            List<ProblemError> errors,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(code.code() + ": " + detail, cause);
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /**
     * A problem without further parts.
     *
     * @param detail one sentence for the caller: what was wrong, where, and what would be accepted
     */
    public static ProblemException of(ProblemCode code, String detail) {
        return new ProblemException(code, detail, List.of(), null, null);
    }

    /** The same problem with what led to it, for the log only. */
    public ProblemException causedBy(Throwable cause) {
        return new ProblemException(code, detail, errors, retryAfter, cause);
    }

    /** The same problem with the single faults of the request. */
    public ProblemException withErrors(List<ProblemError> faults) {
        return new ProblemException(code, detail, faults, retryAfter, getCause());
    }

    /** The same problem with a {@code Retry-After} header, rounded up to whole seconds. */
    public ProblemException retryAfter(Duration wait) {
        return new ProblemException(code, detail, errors, wait, getCause());
    }

    /** The entry of the catalogue. */
    public ProblemCode code() {
        return code;
    }

    /** The sentence for the caller. */
    public String detail() {
        return detail;
    }

    /** The single faults; often none. */
    public List<ProblemError> errors() {
        return errors;
    }

    /** How long the caller should wait, if that is known. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
