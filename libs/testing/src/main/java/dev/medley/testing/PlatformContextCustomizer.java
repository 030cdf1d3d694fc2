package dev.medley.testing;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Configures the service under test with the parts of the platform. */
record PlatformContextCustomizer() implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        ConfigurableEnvironment environment = context.getEnvironment();
        String service = environment.getRequiredProperty("spring.application.name");
        Map<String, Object> properties =
                new HashMap<>(TestPlatform.shared().parts().configurationOf(service));
        // People read the log of a test.
        properties.put("logging.structured.format.console", "");
        environment.getPropertySources().addFirst(new MapPropertySource("platform", properties));
    }
}
