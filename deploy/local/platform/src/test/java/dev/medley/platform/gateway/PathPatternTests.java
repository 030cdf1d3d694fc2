package dev.medley.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTests {

    @ParameterizedTest
    @CsvSource({
        "/users,          /users,            true",
        "/users,          /users/,           false",
        "/users,          /users/me,         false",
        "/users,          /Users,            false",
        "/users/*,        /users/me,         true",
        "/users/*,        /users/,           true",
        "/users/*,        /users,            false",
        "/users/*,        /users/a/b/c,      true",
        "/users/*/roles,  /users/7/roles,    true",
        "/users/*/roles,  /users/7/8/roles,  true",
        "/users/*/roles,  /users/7/role,     false",
        "/v?/images,      /v1/images,        true",
        "/v?/images,      /v/images,         false",
        "/v?/images,      /v12/images,       false",
        "/v?/images,      /v//images,        true",
        "/a.b,            /a.b,              true",
        "/a.b,            /axb,              false",
        "/a+(b)$,         /a+(b)$,           true",
        "/*,              /anything/at.all,  true",
    })
    void matchesAsTheLoadBalancerDoes(String pattern, String path, boolean matches) {
        assertThat(PathPattern.of(pattern).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "users", "*"})
    void refusesPatternsThatMatchNoPath(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathPattern.of(pattern))
                .withMessageContaining("must start with /");
    }

    @Test
    void takesPatternsOf128CharactersAndNoLonger() {
        assertThat(PathPattern.of("/" + "a".repeat(127)).matches("/" + "a".repeat(127)))
                .isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> PathPattern.of("/" + "a".repeat(128)));
    }
}
