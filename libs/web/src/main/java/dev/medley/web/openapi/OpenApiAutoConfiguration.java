package dev.medley.web.openapi;

import dev.medley.web.security.ApiSecurityAutoConfiguration;
import dev.medley.web.security.CurrentUser;
import dev.medley.web.security.PublicRoutes;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;

/** The OpenAPI description at {@code /v3/api-docs} and Swagger UI at {@code /swagger-ui.html}. */
@AutoConfiguration(after = ApiSecurityAutoConfiguration.class, before = SpringDocConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class OpenApiAutoConfiguration {

    static {
        // The only way springdoc offers; a current user is not something a client sends.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class);
    }

    @Bean
    ServiceDescription serviceDescription(
            @Value("${spring.application.name:service}") String name,
            ObjectProvider<BuildProperties> build,
            PublicRoutes publicRoutes) {
        BuildProperties properties = build.getIfAvailable();
        String version = properties == null ? null : properties.getVersion();
        return new ServiceDescription(name, version == null ? "0" : version, publicRoutes);
    }

    @Bean
    IdempotentOperations idempotentOperations() {
        return new IdempotentOperations();
    }
}
