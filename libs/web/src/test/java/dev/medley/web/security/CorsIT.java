package dev.medley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.sample.SampleServiceTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsIT extends SampleServiceTest {

    private static final String ORIGIN = "https://app.example.com";

    @Test
    void answersAPreflightWithoutAToken() throws Exception {
        HttpResponse<String> answer = send(anonymous("/things")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ORIGIN);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .containsIgnoringCase("idempotency-key");
        assertThat(answer.headers().firstValue("Access-Control-Max-Age")).hasValue("3600");
    }

    @Test
    void marksAGoodAnswer() throws Exception {
        HttpResponse<String> answer = send(signedIn("/me").header("Origin", ORIGIN));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("ETag", "Location", "Retry-After", "X-Request-Id");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/faults/unexpected", "/faults/filter", "/faults/send-error", "/faults/rate"})
    void marksErrorsToo(String path) throws Exception {
        HttpResponse<String> answer = send(signedIn(path).header("Origin", ORIGIN));

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
    }

    @Test
    void marksARefusalOfTheTokenToo() throws Exception {
        HttpResponse<String> answer = send(anonymous("/me").header("Origin", ORIGIN));

        problem(answer, 401, "unauthenticated");
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
    }

    @Test
    void refusesAForeignOriginWithAProblem() throws Exception {
        HttpResponse<String> answer = send(signedIn("/me").header("Origin", "https://evil.example"));

        problem(answer, 403, "forbidden");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
}
