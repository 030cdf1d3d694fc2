package dev.medley.web.security;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import dev.medley.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Answers a browser from a foreign origin with a problem instead of a bare text. */
final class CorsProblems implements CorsProcessor {

    private static final Duration PREFLIGHT_AGE = Duration.ofHours(1);

    private final ProblemWriter writer;
    private final CorsProcessor rules = new DefaultCorsProcessor();

    CorsProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    /** Bearer tokens travel in a header that scripts set themselves, so credentials in the CORS sense are never needed. */
    static CorsConfiguration configuration(List<String> origins) {
        CorsConfiguration configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(origins);
        configuration.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        configuration.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.CONTENT_TYPE,
                HttpHeaders.IF_MATCH,
                HttpHeaders.IF_NONE_MATCH,
                "Idempotency-Key",
                "X-Request-Id",
                "traceparent",
                "tracestate"));
        configuration.setExposedHeaders(List.of(
                HttpHeaders.LOCATION,
                HttpHeaders.ETAG,
                HttpHeaders.RETRY_AFTER,
                "RateLimit",
                "RateLimit-Policy",
                "Idempotency-Replayed",
                "X-Request-Id"));
        configuration.setMaxAge(PREFLIGHT_AGE);
        return configuration;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration configuration, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (configuration != null && isForeign(configuration, request)) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            writer.write(
                    request,
                    response,
                    ProblemException.of(ProblemCode.FORBIDDEN, "This origin may not call the service from a browser."));
            return false;
        }
        return rules.processRequest(configuration, request, response);
    }

    private static boolean isForeign(CorsConfiguration configuration, HttpServletRequest request) {
        return CorsUtils.isCorsRequest(request)
                && configuration.checkOrigin(request.getHeader(HttpHeaders.ORIGIN)) == null;
    }
}
