package dev.medley.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTests {

    private final Routes routes = Routes.load();

    @ParameterizedTest
    @CsvSource({
        "/auth/signin,                 identity",
        "/users,                       identity",
        "/users/me,                    identity",
        "/upload,                      images",
        "/image,                       images",
        "/images/7,                    images",
        "/operations/identity/outbox,  identity",
        "/operations/images/queues,    images",
    })
    void everyPublicPathHasItsService(String path, String service) {
        assertThat(routes.serviceFor(path)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/auth", "/uploads", "/Images", "/v3/api-docs", "/swagger-ui.html", "/operations/x"})
    void whatNoRuleNamesIsNotRouted(String path) {
        assertThat(routes.serviceFor(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/prometheus"})
    void whatServicesShowToTheirHostIsRefused(String path) {
        assertThat(routes.refuse(path)).isTrue();
    }

    @Test
    void theFirstRuleThatMatchesDecides() {
        Routes overlapping = Routes.read(yaml("""
                refusals: []
                routes:
                  - service: special
                    paths: [/things/special]
                  - service: general
                    paths: [/things/*]
                """));

        assertThat(overlapping.serviceFor("/things/special")).contains("special");
        assertThat(overlapping.serviceFor("/things/other")).contains("general");
    }

    @Test
    void unknownKeysAreAnError() {
        assertThatThrownBy(() -> Routes.read(yaml("""
                refusals: []
                routes:
                  - service: images
                    path: /images
                """))).hasMessageContaining("path");
    }

    private static InputStream yaml(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
