package dev.medley.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.sample.SampleServiceTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiIT extends SampleServiceTest {

    @Test
    void describesTheServiceAsOpenApi31() throws Exception {
        JsonNode description = description();

        assertThat(description.path("openapi").asString()).startsWith("3.1");
        assertThat(description.path("info").path("title").asString()).isEqualTo("sample");
        assertThat(description.path("info").path("version").asString()).isEqualTo("0");
        assertThat(description.path("servers").path(0).path("url").asString()).isEqualTo("/");
    }

    @Test
    void asksForATokenExceptOnPublicRoutes() throws Exception {
        JsonNode description = description();

        assertThat(description
                        .path("components")
                        .path("securitySchemes")
                        .path("cognito")
                        .path("scheme")
                        .asString())
                .isEqualTo("bearer");
        assertThat(description.path("security").path(0).has("cognito")).isTrue();
        assertThat(operation(description, "/me", "get").has("security")).isFalse();
        JsonNode open = operation(description, "/public/hello", "get");
        assertThat(open.path("security").isArray()).isTrue();
        assertThat(open.path("security").values()).isEmpty();
        assertThat(statuses(open)).contains("200", "default").doesNotContain("401", "403");
    }

    @Test
    void listsTheProblemsOfEachOperation() throws Exception {
        JsonNode description = description();

        assertThat(statuses(operation(description, "/things", "post")))
                .contains("200", "400", "401", "403", "413", "415", "default")
                .doesNotContain("404", "409");
        assertThat(statuses(operation(description, "/things/{id}", "put")))
                .contains("400", "401", "403", "404", "412", "428");
        assertThat(statuses(operation(description, "/orders", "post"))).contains("409", "422");
        assertThat(operation(description, "/me", "get")
                        .path("responses")
                        .path("401")
                        .path("content")
                        .path("application/problem+json")
                        .path("schema")
                        .path("$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void describesTheProblem() throws Exception {
        JsonNode problem = description().path("components").path("schemas").path("Problem");

        assertThat(problem.path("properties").propertyNames())
                .containsExactlyInAnyOrder(
                        "type", "title", "status", "detail", "instance", "code", "errors", "traceId", "error");
        assertThat(problem.path("required").values().stream().map(JsonNode::asString))
                .contains("type", "status", "code", "error");
    }

    @Test
    void describesTheIdempotencyKey() throws Exception {
        JsonNode strict = operation(description(), "/orders/strict", "post")
                .path("parameters")
                .path(0);

        assertThat(strict.path("name").asString()).isEqualTo("Idempotency-Key");
        assertThat(strict.path("in").asString()).isEqualTo("header");
        assertThat(strict.path("required").asBoolean()).isTrue();
        assertThat(operation(description(), "/orders", "post").path("parameters").values().stream()
                        .map(parameter -> parameter.path("name").asString()))
                .contains("Idempotency-Key");
    }

    @Test
    void doesNotTakeTheCurrentUserForAParameter() throws Exception {
        assertThat(operation(description(), "/me", "get").has("parameters")).isFalse();
    }

    @Test
    void isOrderedByName() throws Exception {
        JsonNode description = description();

        assertThat(List.copyOf(description.path("paths").propertyNames()))
                .isNotEmpty()
                .isSorted();
        assertThat(List.copyOf(description.path("components").path("schemas").propertyNames()))
                .isNotEmpty()
                .isSorted();
    }

    @Test
    void hidesTheErrorPageAndTheActuator() throws Exception {
        assertThat(description().path("paths").propertyNames())
                .noneMatch(path -> path.startsWith("/error") || path.startsWith("/actuator"));
    }

    private JsonNode description() throws Exception {
        return body(send(signedIn("/v3/api-docs")));
    }

    private static JsonNode operation(JsonNode description, String path, String method) {
        JsonNode operation = description.path("paths").path(path).path(method);
        assertThat(operation.isObject()).as(method + " " + path).isTrue();
        return operation;
    }

    private static Set<String> statuses(JsonNode operation) {
        return Set.copyOf(List.copyOf(operation.path("responses").propertyNames()));
    }
}
