package dev.medley.web.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.sample.SampleServiceTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdIT extends SampleServiceTest {

    @Test
    void makesAnIdForARequestWithoutOne() throws Exception {
        HttpResponse<String> answer = send(anonymous("/public/hello"));

        assertThat(UUID.fromString(id(answer))).isNotNull();
    }

    @Test
    void keepsASaneId() throws Exception {
        HttpResponse<String> answer = send(anonymous("/public/hello").header("X-Request-Id", "client-0123.4_5"));

        assertThat(id(answer)).isEqualTo("client-0123.4_5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space in it", "quote\"quote", "<script>alert</script>"})
    void replacesAnIdThatIsNot(String offered) throws Exception {
        HttpResponse<String> answer = send(anonymous("/public/hello").header("X-Request-Id", offered));

        assertThat(UUID.fromString(id(answer))).isNotNull();
    }

    @Test
    void replacesAnIdThatIsTooLong() throws Exception {
        HttpResponse<String> answer = send(anonymous("/public/hello").header("X-Request-Id", "x".repeat(65)));

        assertThat(UUID.fromString(id(answer))).isNotNull();
    }

    @Test
    void putsRequestUserAndTraceOnEveryLogLine() throws Exception {
        HttpResponse<String> answer = send(signedIn("/me/log").header("X-Request-Id", "client-0123"));

        assertThat(body(answer).path("requestId").asString()).isEqualTo("client-0123");
        assertThat(body(answer).path("userId").asString()).isEqualTo("7c1f0a52-4f6e-4b43-9d53-0f6a2f6f3a11");
        assertThat(body(answer).path("traceId").asString()).hasSize(32);
    }

    private static String id(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }
}
