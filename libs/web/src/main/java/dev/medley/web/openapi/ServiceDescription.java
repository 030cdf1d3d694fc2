package dev.medley.web.openapi;

import dev.medley.web.problem.Problem;
import dev.medley.web.security.PublicRoutes;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpMethod;

/**
 * Completes the generated description with what every service has in common, in an order that depends on nothing but the
 * content, so that it can be checked in and compared.
 */
final class ServiceDescription implements GlobalOpenApiCustomizer {

    private static final String SCHEME = "cognito";

    private final String title;
    private final String version;
    private final PublicRoutes publicRoutes;

    ServiceDescription(String title, String version, PublicRoutes publicRoutes) {
        this.title = title;
        this.version = version;
        this.publicRoutes = publicRoutes;
    }

    @Override
    public void customise(OpenAPI description) {
        description.info(new Info().title(title).version(version));
        description.servers(List.of(new Server().url("/").description("Where the description comes from")));
        description.security(List.of(new SecurityRequirement().addList(SCHEME)));
        Components components = description.getComponents() == null ? new Components() : description.getComponents();
        description.components(components);
        components.addSecuritySchemes(
                SCHEME,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("A Cognito access token; sign in to get one."));
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        components.setSchemas(new TreeMap<>(components.getSchemas()));
        describePaths(description);
        if (description.getTags() != null) {
            description.getTags().sort(Comparator.comparing(Tag::getName));
        }
    }

    private void describePaths(OpenAPI description) {
        Paths sorted = new Paths();
        if (description.getPaths() != null) {
            new TreeMap<>(description.getPaths()).forEach((path, item) -> {
                item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation));
                sorted.addPathItem(path, item);
            });
        }
        description.setPaths(sorted);
    }

    private void describe(String path, PathItem.HttpMethod method, Operation operation) {
        boolean open = publicRoutes.covers(HttpMethod.valueOf(method.name()), path);
        if (open) {
            operation.setSecurity(List.of());
        }
        ProblemResponses.add(operation, open);
    }
}
