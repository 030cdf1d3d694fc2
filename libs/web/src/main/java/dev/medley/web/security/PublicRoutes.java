package dev.medley.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The routes that need no token, from {@code medley.web.public-routes}. */
public final class PublicRoutes implements RequestMatcher {

    private record Route(HttpMethod method, PathPattern pattern, RequestMatcher matcher) {

        static Route parse(String line) {
            String[] parts = line.strip().split("\\s+", -1);
            if (parts.length != 2 || !parts[1].startsWith("/")) {
                throw new IllegalArgumentException(
                        "medley.web.public-routes: '%s' must read METHOD /path".formatted(line));
            }
            HttpMethod method = HttpMethod.valueOf(parts[0]);
            return new Route(
                    method,
                    PathPatternParser.defaultInstance.parse(parts[1]),
                    PathPatternRequestMatcher.withDefaults().matcher(method, parts[1]));
        }
    }

    private final List<Route> routes;

    /**
     * Reads the configuration.
     *
     * @param lines each {@code METHOD /path}, the path a pattern of Spring's {@code PathPattern}
     * @throws IllegalArgumentException for any other form
     */
    public PublicRoutes(List<String> lines) {
        this.routes = lines.stream().map(Route::parse).toList();
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return routes.stream().anyMatch(route -> route.matcher().matches(request));
    }

    /**
     * Whether an operation of the API description is public.
     *
     * @param template its path, with variables in braces
     */
    public boolean covers(HttpMethod method, String template) {
        PathContainer path = PathContainer.parsePath(template);
        return routes.stream()
                .anyMatch(route ->
                        route.method().equals(method) && route.pattern().matches(path));
    }
}
