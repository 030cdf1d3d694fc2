package dev.medley.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class PublicRoutesTests {

    private final PublicRoutes routes = new PublicRoutes(List.of("GET /media/{id}", "POST /auth/**"));

    @Test
    void coverAnOperationOfTheDescription() {
        assertThat(routes.covers(HttpMethod.GET, "/media/{mediaId}")).isTrue();
        assertThat(routes.covers(HttpMethod.POST, "/auth/challenge/answer")).isTrue();
    }

    @Test
    void coverNeitherAnotherMethodNorAnotherPath() {
        assertThat(routes.covers(HttpMethod.PUT, "/media/{mediaId}")).isFalse();
        assertThat(routes.covers(HttpMethod.GET, "/media/{mediaId}/owner")).isFalse();
        assertThat(routes.covers(HttpMethod.GET, "/auth/me")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/media", "GET", "GET media", "GET /a /b", ""})
    void refuseALineOfAnotherForm(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublicRoutes(List.of(line)))
                .withMessageContaining("METHOD /path");
    }
}
