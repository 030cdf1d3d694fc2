package dev.medley.identity;

import dev.medley.web.security.SecurityRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may reach which route; whatever is not named here needs a valid token and nothing more. */
@Configuration(proxyBeanMethods = false)
class IdentityRules {

    private static final String ADMIN = "admin";
    private static final String OPERATOR = "operator";

    @Bean
    SecurityRules userRules() {
        return requests -> {
            requests.requestMatchers(
                            "/users/audit",
                            "/users/audit/**",
                            "/users/erasures/*",
                            "/users/reconciliations/**",
                            "/users/reconciliations")
                    .hasRole(ADMIN);
            requests.requestMatchers("/users/*/roles", "/users/*/disable", "/users/*/enable")
                    .hasRole(ADMIN);
            requests.requestMatchers(HttpMethod.POST, "/users", "/dn_users_list")
                    .hasRole(ADMIN);
            requests.requestMatchers("/update-dnfm-user").hasRole(ADMIN);
            // Not only GET: HEAD is answered by the same method.
            requests.requestMatchers("/users", "/dn_users_list").hasAnyRole(ADMIN, OPERATOR);
            requests.requestMatchers(HttpMethod.PATCH, "/users/me").authenticated();
            requests.requestMatchers(HttpMethod.PATCH, "/users/*").hasRole(ADMIN);
        };
    }
}
