package dev.medley.identity.reconciliation;

import dev.medley.web.security.SecurityRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Runs are for administrators. Before the rules for single users, whose paths look alike. */
@Configuration(proxyBeanMethods = false)
class ReconciliationAccess {

    @Bean
    @Order(0)
    SecurityRules reconciliationRules() {
        return requests -> requests.requestMatchers("/users/reconciliations", "/users/reconciliations/*")
                .hasRole("admin");
    }
}
