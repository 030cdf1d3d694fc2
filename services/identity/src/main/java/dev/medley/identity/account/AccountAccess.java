package dev.medley.identity.account;

import dev.medley.web.security.SecurityRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Who may follow an erasure: its user cannot any more. */
@Configuration(proxyBeanMethods = false)
class AccountAccess {

    @Bean
    @Order(0)
    SecurityRules erasureRules() {
        return requests -> requests.requestMatchers("/users/erasures/*").hasRole("admin");
    }
}
