package dev.medley.testing;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Configures the service under test with the parts of the platform. */
record PlatformContextCustomizer() implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        ConfigurableEnvironment environment = context.getEnvironment();
        String service = environment.getRequiredProperty("spring.application.name");
        Map<String, Object> properties = new HashMap<>(TestPlatform.shared().configurationOf(service));
        // A context that pauses or ends waits for its last long poll; the usual one takes ten seconds.
        properties.put("spring.cloud.aws.sqs.listener.poll-timeout", "1s");
        addBelowTheTestsOwn(environment.getPropertySources(), new MapPropertySource("platform", properties));
    }

    /** A test may set anything differently. */
    private static void addBelowTheTestsOwn(MutablePropertySources sources, MapPropertySource platform) {
        String inlined = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
        if (sources.contains(inlined)) {
            sources.addAfter(inlined, platform);
        } else {
            sources.addFirst(platform);
        }
    }
}
