package dev.medley.mediasync;

import dev.medley.web.security.SecurityRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MediaSyncRules {

    /** The media are the distributor's own: only those who run the platform see or move them. */
    @Bean
    SecurityRules syncRules() {
        return requests -> requests.requestMatchers("/sync/**").hasAnyRole("operator", "admin");
    }
}
