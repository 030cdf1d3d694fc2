package dev.medley.web.lifecycle;

import dev.medley.web.WebAutoConfiguration;
import dev.medley.web.WebProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Drains before the graceful shutdown. */
@AutoConfiguration(after = WebAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class LifecycleAutoConfiguration {

    @Bean
    DrainDelay drainDelay(WebProperties properties) {
        return new DrainDelay(properties.drainDelay());
    }
}
