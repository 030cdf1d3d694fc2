package dev.medley.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class LimitPropertiesTests {

    @Test
    void anEnvironmentVariableChangesOneNumberOfAQuota() {
        StandardEnvironment environment = new StandardEnvironment();
        Map<String, Object> file = new HashMap<>();
        for (Allowance allowance : Allowance.values()) {
            file.put("medley.identity.limits." + allowance.policy() + ".requests", "7");
            file.put("medley.identity.limits." + allowance.policy() + ".window", "1h");
        }
        file.put("medley.identity.answer-step", "500ms");
        file.put("medley.identity.mail-step", "1500ms");
        environment.getPropertySources().addLast(new MapPropertySource("file", file));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of(
                                "MEDLEY_IDENTITY_LIMITS_ADDRESSMAIL_REQUESTS", "1000",
                                "MEDLEY_IDENTITY_MAILSTEP", "2s")));

        LimitProperties properties = Binder.get(environment)
                .bind("medley.identity", LimitProperties.class)
                .get();

        assertThat(properties.of(Allowance.ADDRESS_MAIL)).isEqualTo(new Quota(1000, Duration.ofHours(1)));
        assertThat(properties.of(Allowance.ADDRESS)).isEqualTo(new Quota(7, Duration.ofHours(1)));
        assertThat(properties.mailStep()).isEqualTo(Duration.ofSeconds(2));
    }
}
