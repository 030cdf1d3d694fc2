package dev.medley.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        Routes overlapping =
                new Routes(List.of(), List.of(rule("special", "/things/special"), rule("general", "/things/*")));

        assertThat(overlapping.serviceFor("/things/special")).contains("special");
        assertThat(overlapping.serviceFor("/things/other")).contains("general");
    }

    private static Routes.Rule rule(String service, String path) {
        return new Routes.Rule(service, List.of(PathPattern.of(path)));
    }
}
