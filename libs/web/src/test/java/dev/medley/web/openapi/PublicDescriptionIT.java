package dev.medley.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.sample.SampleServiceTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "medley.web.openapi-public=true")
class PublicDescriptionIT extends SampleServiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v3/api-docs", "/v3/api-docs/swagger-config", "/swagger-ui/index.html"})
    void canBeReadWithoutAToken(String path) throws Exception {
        assertThat(send(anonymous(path)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me", "/operations/sample/queues", "/v3/other"})
    void opensNothingElse(String path) throws Exception {
        problem(send(anonymous(path)), 401, "unauthenticated");
    }
}
