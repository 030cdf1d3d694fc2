package dev.medley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.data.LibraryMigrations;
import dev.medley.web.paging.CursorCodec;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

class AutoConfigurationTests {

    private static final String KEY = "medley.web.cursor-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String[] POOL = {
        "medley.security.issuer=https://pool.example", "medley.security.client-ids=web"
    };

    private final WebApplicationContextRunner service = new WebApplicationContextRunner()
            .withUserConfiguration(WithoutDatabase.class)
            .withPropertyValues(POOL);

    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class WithoutDatabase {}

    @Test
    void aServiceWithoutADatabaseHasAllButIdempotency() {
        service.withPropertyValues(KEY, "medley.security.jwks-uri=https://pool.example/jwks.json")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(SecurityFilterChain.class)
                        .hasSingleBean(JwtDecoder.class)
                        .hasSingleBean(CursorCodec.class)
                        .doesNotHaveBean(LibraryMigrations.class)
                        .doesNotHaveBean("idempotentAspect"));
    }

    @Test
    void doesNotStartWithoutACursorKey() {
        service.withPropertyValues("medley.security.jwks-uri=https://pool.example/jwks.json")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("medley.web.cursor-key is required"));
    }

    @Test
    void doesNotStartWithoutAUserPool() {
        service.withPropertyValues(KEY)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("medley.security.jwks-uri is required"));
    }

    @Test
    void doesNotStartWithAWildcardOrigin() {
        service.withPropertyValues(KEY, "medley.security.jwks-uri=https://pool.example/jwks.json")
                .withPropertyValues("medley.web.cors.allowed-origins=*")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("must name the origins"));
    }
}
