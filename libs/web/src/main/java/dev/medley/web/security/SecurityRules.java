package dev.medley.web.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * A service's own rules about who may reach which route, as a bean. They come after the library's rule for
 * {@code /operations/**} and the public routes, and before the last rule, which asks for a valid token.
 */
@FunctionalInterface
public interface SecurityRules {

    /** Adds rules, for example {@code requests.requestMatchers("/users/audit").hasRole("admin")}. */
    void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);
}
