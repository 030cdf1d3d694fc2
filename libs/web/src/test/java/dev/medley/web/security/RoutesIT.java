package dev.medley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.sample.SampleServiceTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesIT extends SampleServiceTest {

    @Test
    void servesAPublicRouteWithoutAToken() throws Exception {
        assertThat(send(anonymous("/public/hello")).statusCode()).isEqualTo(200);
    }

    @Test
    void opensAPublicRouteForItsMethodOnly() throws Exception {
        problem(send(anonymous("/public/hello").POST(HttpRequest.BodyPublishers.noBody())), 401, "unauthenticated");
    }

    @Test
    void ignoresABadTokenOnAPublicRoute() throws Exception {
        HttpResponse<String> answer = send(anonymous("/public/hello").header("Authorization", "Bearer expired"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void hasNoCurrentUserOnAPublicRoute() throws Exception {
        HttpResponse<String> answer = send(signedIn("/public/me"));

        problem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nothing",
                "/things",
                "/error",
                "/operations/sample/queues",
                "/v3/api-docs",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/public/hello/more",
                "/public/../me"
            })
    void deniesEverythingElseByDefault(String path) throws Exception {
        HttpResponse<String> answer = send(anonymous(path));

        assertThat(answer.statusCode()).isIn(400, 401);
    }

    @Test
    void letsOnlyOperatorsReachOperations() throws Exception {
        problem(send(signedIn("/operations/sample/queues", "user")), 403, "forbidden");
        assertThat(send(signedIn("/operations/sample/queues", "operator")).statusCode())
                .isEqualTo(200);
        assertThat(send(signedIn("/operations/sample/queues", "admin")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void appliesTheServicesOwnRules() throws Exception {
        problem(send(signedIn("/reports/1", "user")), 403, "forbidden");
        problem(send(signedIn("/reports/1", "partner")), 404, "not-found");
    }

    @Test
    void saysThatTheTokenDoesNotAllowARoute() throws Exception {
        HttpResponse<String> answer = send(signedIn("/operations/sample/queues", "user"));

        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"insufficient_scope\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void showsItsHealthToAnybody(String path) throws Exception {
        HttpResponse<String> answer = send(anonymous(path).header("X-Forwarded-For", "203.0.113.9"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("UP").doesNotContain("PostgreSQL", "components");
    }

    @Test
    void showsMetricsToANeighbourOnLoopback() throws Exception {
        HttpResponse<String> answer = send(anonymous("/actuator/prometheus"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "10.0.0.7", "127.0.0.1, 203.0.113.9"})
    void hidesMetricsFromWhatComesThroughAProxy(String forwardedFor) throws Exception {
        problem(
                send(anonymous("/actuator/prometheus").header("X-Forwarded-For", forwardedFor)),
                401,
                "unauthenticated");
        problem(
                send(signedIn("/actuator/prometheus", "user").header("X-Forwarded-For", forwardedFor)),
                403,
                "forbidden");
    }

    @Test
    void showsMetricsToAnOperatorFromAnywhere() throws Exception {
        HttpResponse<String> answer =
                send(signedIn("/actuator/prometheus", "operator").header("X-Forwarded-For", "203.0.113.9"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void sendsSecurityHeadersWithEveryAnswer() throws Exception {
        for (HttpRequest.Builder request : List.of(
                signedIn("/me"), anonymous("/me"), signedIn("/faults/unexpected"), signedIn("/faults/filter"))) {
            HttpResponse<String> answer = send(request.header("X-Forwarded-Proto", "https"));

            assertThat(answer.headers().firstValue("Strict-Transport-Security").orElseThrow())
                    .contains("max-age=31536000");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValue("default-src 'none'; frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void letsSwaggerUiRunItsOwnScriptsOnly() throws Exception {
        HttpResponse<String> answer = send(signedIn("/swagger-ui/index.html"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
    }
}
