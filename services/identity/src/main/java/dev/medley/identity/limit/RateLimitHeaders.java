package dev.medley.identity.limit;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** Tells clients where they stand, on answers and refusals alike. */
final class RateLimitHeaders {

    private RateLimitHeaders() {}

    /**
     * Adds the headers.
     *
     * @throws ProblemException with {@code code} and {@code Retry-After} when the request is not allowed
     */
    static void require(Standing standing, HttpServletResponse response, ProblemCode code) {
        response.addHeader("RateLimit-Policy", standing.policyHeader());
        response.addHeader("RateLimit", standing.stateHeader());
        Duration retryAfter = standing.retryAfter();
        if (retryAfter != null) {
            throw ProblemException.of(code, "Too many attempts. Please try again later.")
                    .retryAfter(retryAfter);
        }
    }
}
