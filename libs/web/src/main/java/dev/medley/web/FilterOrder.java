package dev.medley.web;

import org.springframework.core.Ordered;

/**
 * Where the filters of this library stand, outermost first: all behind the tracing filter, so that a trace id is there,
 * and before Spring Security, so that its refusals pass through them too.
 */
public final class FilterOrder {

    /** Names the request. */
    public static final int REQUEST_ID = Ordered.HIGHEST_PRECEDENCE + 100;

    /** Answers preflight requests and marks every answer, errors included. */
    public static final int CORS = REQUEST_ID + 100;

    /** Renders what any later filter or the dispatcher throws. */
    public static final int PROBLEMS = CORS + 100;

    /** Caps the body. */
    public static final int BODY_LIMIT = PROBLEMS + 100;

    /** Keeps the body for comparison with a repeat. */
    public static final int IDEMPOTENCY = BODY_LIMIT + 100;

    private FilterOrder() {}
}
