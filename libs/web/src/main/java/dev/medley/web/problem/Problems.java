package dev.medley.web.problem;

import dev.medley.web.logging.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Turns an exception of the catalogue into the answer that a client sees. Every error answer is made here. */
final class Problems {

    private final String typeBase;

    Problems(@Nullable URI baseUri) {
        String base = baseUri == null ? "" : baseUri.toString();
        this.typeBase = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/problems/";
    }

    ResponseEntity<Problem> answer(ProblemException exception, HttpHeaders extra, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(extra);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        Duration retryAfter = exception.retryAfter();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(retryAfter)));
        }
        return new ResponseEntity<>(
                body(exception, request), headers, exception.code().status());
    }

    private Problem body(ProblemException exception, HttpServletRequest request) {
        ProblemCode code = exception.code();
        String requestId = RequestId.of(request);
        return new Problem(
                typeBase + code.code(),
                code.title(),
                code.status(),
                exception.detail(),
                requestId == null ? null : "urn:medley:request:" + requestId,
                code.code(),
                exception.errors(),
                MDC.get("traceId"));
    }

    /** Rounded up, so that a client that obeys does not come too early. */
    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
