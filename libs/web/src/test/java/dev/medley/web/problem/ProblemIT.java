package dev.medley.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.medley.sample.SampleServiceTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProblemIT extends SampleServiceTest {

    private static final String TOO_LONG = "x".repeat(11_000);

    @Test
    void listsTheFieldsThatBeanValidationRefuses() throws Exception {
        JsonNode problem = problem(send(posting("/things", """
                {"name":" ","size":0,"parts":[{"label":"a"},{"label":""}]}""")), 400, "invalid-request");

        assertThat(pointers(problem)).containsExactly("/name", "/parts/1/label", "/size");
        assertThat(problem.path("errors").path(2).path("detail").asString())
                .isEqualTo("must be greater than or equal to 1");
    }

    static Stream<Arguments> bodiesOfTheWrongForm() {
        return Stream.of(
                arguments("{\"name\":\"a\",\"size\":1,\"role\":\"admin\"}", "/role", "is not a known property"),
                arguments("{\"name\":\"a\",\"size\":\"big\"}", "/size", "must be an integer of 32 bits"),
                arguments("{\"name\":\"a\",\"size\":99999999999}", null, null),
                arguments("{\"name\":\"a\",\"size\":null}", "/size", "must be an integer of 32 bits"),
                arguments("{\"name\":\"a\",\"size\":1,\"colour\":\"BLUE\"}", "/colour", "must be one of RED, GREEN"),
                arguments(
                        "{\"name\":\"a\",\"size\":1,\"at\":\"yesterday\"}",
                        "/at",
                        "must be a date-time such as 2026-01-31T12:00:00Z"),
                arguments("{\"name\":\"a\",\"size\":1,\"parts\":{}}", "/parts", "must be an array"),
                arguments(
                        "{\"name\":\"a\",\"size\":1,\"parts\":[{\"label\":\"b\",\"fragile\":\"perhaps\"}]}",
                        "/parts/0/fragile",
                        "must be true or false"),
                arguments(
                        "{\"name\":\"a\",\"size\":1,\"parts\":[{\"label\":\"b\",\"a/b\":1}]}",
                        "/parts/0/a~1b",
                        "is not a known property"),
                arguments("[]", "", "must be an object"),
                arguments("{\"name\":\"a\",\"size\":1} {}", "", "must end after the JSON value"),
                arguments("", "", "is required"));
    }

    @ParameterizedTest
    @MethodSource("bodiesOfTheWrongForm")
    void pointsAtTheFieldOfTheWrongForm(String body, String pointer, String detail) throws Exception {
        JsonNode problem =
                problem(send(posting("/things", body)), 400, pointer == null ? "malformed-json" : "invalid-request");

        if (pointer != null) {
            assertThat(pointers(problem)).containsExactly(pointer);
            assertThat(problem.path("errors").path(0).path("detail").asString()).isEqualTo(detail);
        }
    }

    @Test
    void saysWhereTheBodyStopsBeingJson() throws Exception {
        JsonNode problem = problem(send(posting("/things", "{\"name\":\n oops}")), 400, "malformed-json");

        assertThat(problem.path("detail").asString()).contains("line 2, column");
        assertThat(problem.has("errors")).isFalse();
    }

    @Test
    void refusesJsonThatIsNestedTooDeeply() throws Exception {
        problem(send(posting("/things", "[".repeat(200))), 400, "invalid-request");
    }

    @Test
    void pointsAtAPathVariableOfTheWrongType() throws Exception {
        JsonNode problem = problem(send(signedIn("/things/7?depth=1")), 400, "invalid-request");

        assertThat(pointers(problem)).containsExactly("/path/id");
        assertThat(problem.path("detail").asString()).isEqualTo("/path/id must be a UUID.");
    }

    @Test
    void pointsAtAParameterOfTheWrongType() throws Exception {
        JsonNode problem = problem(send(signedIn("/things?colour=BLUE")), 400, "invalid-request");

        assertThat(pointers(problem)).containsExactly("/query/colour");
        assertThat(problem.path("detail").asString()).contains("must be one of RED, GREEN");
    }

    @Test
    void pointsAtAParameterOutOfRange() throws Exception {
        JsonNode problem = problem(send(signedIn("/things/" + UUID.randomUUID() + "?depth=6")), 400, "invalid-request");

        assertThat(pointers(problem)).containsExactly("/query/depth");
    }

    @Test
    void pointsAtAMissingParameter() throws Exception {
        JsonNode problem = problem(send(signedIn("/faults/parameter")), 400, "invalid-request");

        assertThat(pointers(problem)).containsExactly("/query/needed");
    }

    @Test
    void pointsAtAMissingHeader() throws Exception {
        JsonNode problem = problem(send(signedIn("/faults/header")), 400, "invalid-request");

        assertThat(pointers(problem)).containsExactly("/header/X-Needed");
    }

    @Test
    void knowsNoSuchRoute() throws Exception {
        problem(send(signedIn("/nothing/here")), 404, "not-found");
    }

    @Test
    void namesTheMethodsThatAreSupported() throws Exception {
        HttpResponse<String> answer = send(signedIn("/things").DELETE());

        problem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
    }

    @Test
    void answersInJsonOnly() throws Exception {
        problem(send(signedIn("/things").header("Accept", "text/html")), 406, "not-acceptable");
    }

    @Test
    void readsJsonOnly() throws Exception {
        problem(
                send(signedIn("/things")
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("thing"))),
                415,
                "unsupported-media-type");
    }

    @Test
    void refusesABodyThatDeclaresTooMuch() throws Exception {
        problem(send(posting("/things", "\"" + TOO_LONG + "\"")), 413, "payload-too-large");
    }

    @Test
    void refusesABodyThatTurnsOutTooLong() throws Exception {
        byte[] body = ("{\"name\":\"" + TOO_LONG + "\"}").getBytes(StandardCharsets.UTF_8);

        problem(
                send(signedIn("/things")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))),
                413,
                "payload-too-large");
    }

    @Test
    void roundsRetryAfterUpToSeconds() throws Exception {
        HttpResponse<String> answer = send(signedIn("/faults/rate"));

        JsonNode problem = problem(answer, 429, "rate-limited");
        assertThat(problem.path("detail").asString()).isEqualTo("At most 5 a minute.");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void rendersAStatusExceptionWithItsReason() throws Exception {
        JsonNode problem = problem(send(signedIn("/faults/status")), 404, "not-found");

        assertThat(problem.path("detail").asString()).isEqualTo("There is no such queue.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/faults/unexpected", "/faults/filter", "/faults/status-500"})
    void saysNothingAboutTheInside(String path) throws Exception {
        problem(send(signedIn(path)), 500, "internal-error");
    }

    @Test
    void rendersWhatWasSentAsAnError() throws Exception {
        problem(send(signedIn("/faults/send-error")), 409, "conflict");
    }

    @Test
    void knowsNoErrorPageOfItsOwn() throws Exception {
        problem(send(signedIn("/error")), 404, "not-found");
    }

    @Test
    void asksToReadAgainWhatHasChanged() throws Exception {
        problem(send(signedIn("/faults/stale")), 409, "conflict");
    }

    @Test
    void isUnavailableWithoutItsDatabase() throws Exception {
        HttpResponse<String> answer = send(signedIn("/faults/database"));

        problem(answer, 503, "service-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    void rendersWhatTheFirewallRefuses() throws Exception {
        problem(send(signedIn("/things;jsessionid=1")), 400, "invalid-request");
    }

    @Test
    void needsAPreconditionForAChange() throws Exception {
        String path = "/things/" + UUID.randomUUID();

        problem(send(signedIn(path).PUT(HttpRequest.BodyPublishers.noBody())), 428, "precondition-required");
        problem(
                send(signedIn(path).header("If-Match", "\"2\"").PUT(HttpRequest.BodyPublishers.noBody())),
                412,
                "precondition-failed");
        assertThat(send(signedIn(path).header("If-Match", "\"3\"").PUT(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void namesTheTrace() throws Exception {
        HttpResponse<String> answer = send(
                signedIn("/nothing").header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

        assertThat(problem(answer, 404, "not-found").path("traceId").asString())
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    private static List<String> pointers(JsonNode problem) {
        return problem.path("errors").values().stream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }
}
