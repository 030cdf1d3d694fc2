package dev.medley.testing;

import dev.medley.bridge.TriggerBridge;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
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
        Map<String, Object> properties =
                Map.copyOf(TestPlatform.shared().parts().configurationOf(service));
        addBelowTheTestsOwn(environment.getPropertySources(), new MapPropertySource("platform", properties));
        String triggerSecret = environment.getProperty("medley.identity.triggers.secret");
        if (triggerSecret != null) {
            context.addApplicationListener(new TriggerWiring(triggerSecret));
        }
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

    /** Has the user pool call the service under test, through the bridge, from when it listens. */
    private record TriggerWiring(String secret) implements ApplicationListener<WebServerInitializedEvent> {

        @Override
        public void onApplicationEvent(WebServerInitializedEvent started) {
            URI endpoint =
                    URI.create("http://127.0.0.1:" + started.getWebServer().getPort() + "/internal/cognito-triggers");
            TestPlatform.shared().parts().cognito().useTriggers(new TriggerBridge(endpoint, secret)::invoke);
        }
    }
}
