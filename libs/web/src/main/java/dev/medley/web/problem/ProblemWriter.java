package dev.medley.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where Spring MVC does not reach: filters, the security chain, the container. */
public final class ProblemWriter {

    private final Problems problems;
    private final JsonMapper json;

    ProblemWriter(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /**
     * Replaces what the response holds so far by the problem; its other headers stay.
     *
     * @throws IOException when the client is gone
     * @throws IllegalStateException when part of the response is already sent
     */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException exception)
            throws IOException {
        ResponseEntity<Problem> answer = problems.answer(exception, HttpHeaders.EMPTY, request);
        byte[] body = json.writeValueAsBytes(answer.getBody());
        response.resetBuffer();
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** The body alone, for a container that handles status and headers itself. */
    String body(HttpServletRequest request, ProblemException exception) {
        return json.writeValueAsString(
                problems.answer(exception, HttpHeaders.EMPTY, request).getBody());
    }
}
