package dev.medley.web.security;

import dev.medley.web.FilterOrder;
import dev.medley.web.WebAutoConfiguration;
import dev.medley.web.WebProperties;
import dev.medley.web.problem.ProblemAutoConfiguration;
import dev.medley.web.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes the service a resource server for the user pool's access tokens that denies what is not allowed by rule. */
@AutoConfiguration(
        after = {WebAutoConfiguration.class, ProblemAutoConfiguration.class},
        before = {
            OAuth2ResourceServerAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(TokenProperties.class)
public class ApiSecurityAutoConfiguration {

    private static final String[] OPERATORS = {"operator", "admin"};
    private static final String[] DESCRIPTION = {"/swagger-ui.html", "/swagger-ui/**", "/v3/api-docs", "/v3/api-docs/**"
    };

    @Bean
    PublicRoutes publicRoutes(WebProperties properties) {
        return new PublicRoutes(properties.publicRoutes());
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder accessTokenDecoder(
            TokenProperties pool, Clock clock, ObjectProvider<OAuth2TokenValidator<Jwt>> furtherRules) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(new UserPoolKeys(pool.jwksUri()))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(AccessTokenRules.of(pool, clock, furtherRules.orderedStream()));
        return decoder;
    }

    @Bean
    SecurityProblems securityProblems(ProblemWriter writer) {
        return new SecurityProblems(writer);
    }

    /** Operator endpoints of every library and service. */
    @Bean
    @ConditionalOnMissingBean(name = "operationsRules")
    SecurityRules operationsRules() {
        return requests -> requests.requestMatchers("/operations/**").hasAnyRole(OPERATORS);
    }

    @Bean
    @ConditionalOnMissingBean(name = "apiSecurity")
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            WebProperties properties,
            PublicRoutes publicRoutes,
            SecurityProblems problems,
            SecurityRules operationsRules,
            ObjectProvider<SecurityRules> rules) {
        JwtAuthenticationConverter tokens = new JwtAuthenticationConverter();
        tokens.setJwtGrantedAuthoritiesConverter(new TokenAuthorities());
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SecurityHeaders::configure)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new HeaderTokenResolver(publicRoutes))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(tokens)))
                .addFilterAfter(new UserLogFilter(), BearerTokenAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> {
                    // The request behind these dispatches was judged when it came in.
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    operationsRules.apply(requests);
                    requests.requestMatchers(publicRoutes).permitAll();
                    requests.requestMatchers("/actuator/health", "/actuator/health/**")
                            .permitAll();
                    requests.requestMatchers("/actuator/**")
                            .access(new ActuatorAccess(AuthorityAuthorizationManager.hasAnyRole(OPERATORS)));
                    if (properties.openapiPublic()) {
                        requests.requestMatchers(DESCRIPTION).permitAll();
                    }
                    rules.orderedStream()
                            .filter(rule -> rule != operationsRules)
                            .forEach(rule -> rule.apply(requests));
                    requests.anyRequest().authenticated();
                })
                .build();
    }

    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter(WebProperties properties, ProblemWriter writer) {
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        List<String> origins = properties.cors().allowedOrigins();
        if (!origins.isEmpty()) {
            source.registerCorsConfiguration("/**", CorsProblems.configuration(origins));
        }
        CorsFilter filter = new CorsFilter(source);
        filter.setCorsProcessor(new CorsProblems(writer));
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(FilterOrder.CORS);
        return registration;
    }

    @Bean
    WebMvcConfigurer currentUserArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CurrentUserResolver());
            }
        };
    }
}
