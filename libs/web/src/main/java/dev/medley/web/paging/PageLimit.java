package dev.medley.web.paging;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemError;
import dev.medley.web.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many items a page may have.
 *
 * @param value from 1 to {@link #MAX}
 */
public record PageLimit(int value) {

    /** The size of a page whose size nobody asked for. */
    public static final int DEFAULT = 20;

    /** The largest page. */
    public static final int MAX = 100;

    /** Refuses a size out of range as an invalid request. */
    public PageLimit {
        if (value < 1 || value > MAX) {
            String detail = "must be between 1 and " + MAX;
            throw ProblemException.of(ProblemCode.INVALID_REQUEST, "/query/limit " + detail + ".")
                    .withErrors(List.of(new ProblemError("/query/limit", detail)));
        }
    }

    /**
     * The limit a client asked for in the query parameter {@code limit}, or the default.
     *
     * @throws ProblemException {@link ProblemCode#INVALID_REQUEST} when out of range
     */
    public static PageLimit of(@Nullable Integer requested) {
        return new PageLimit(requested == null ? DEFAULT : requested);
    }

    /** How many rows to read so that {@link Page#of} can tell whether there is a next page. */
    public int rowsToRead() {
        return value + 1;
    }
}
