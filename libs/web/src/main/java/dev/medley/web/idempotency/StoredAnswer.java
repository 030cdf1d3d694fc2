package dev.medley.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a repeat receives.
 *
 * @param digest of the request that was answered
 * @param status the HTTP status
 * @param headers those that describe the result; others belong to the one response
 * @param body JSON; null for none
 */
record StoredAnswer(
        RequestDigest digest,
        int status,
        Map<String, String> headers,
        @Nullable String body) {

    static final String REPLAYED = "Idempotency-Replayed";

    private static final List<String> KEPT =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_LOCATION, HttpHeaders.LINK);

    static StoredAnswer of(RequestDigest digest, ResponseEntity<?> answer, JsonMapper json) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : KEPT) {
            String value = answer.getHeaders().getFirst(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        Object body = answer.getBody();
        return new StoredAnswer(
                digest, answer.getStatusCode().value(), headers, body == null ? null : json.writeValueAsString(body));
    }

    ResponseEntity<byte[]> replay() {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).header(REPLAYED, "true");
        headers.forEach(answer::header);
        return body == null
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_JSON).body(body.getBytes(StandardCharsets.UTF_8));
    }
}
