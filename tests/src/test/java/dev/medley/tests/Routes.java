package dev.medley.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The routes of {@code deploy/routes.yaml}.
 *
 * @param refusals ALB path patterns of what is never let in
 * @param routes in the order in which the load balancer tries them
 */
record Routes(List<String> refusals, List<Route> routes) {

    /**
     * One rule.
     *
     * @param service where requests go
     * @param paths ALB path patterns
     */
    record Route(String service, List<String> paths) {

        boolean matches(String path) {
            return anyMatches(paths, path);
        }
    }

    /** Reads the file; unknown keys in it are an error. */
    static Routes load() {
        return YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(Path.of("..", "deploy", "routes.yaml"), Routes.class);
    }

    /** The service that a request ends up at; empty when no rule lets it in. */
    Optional<String> serviceFor(String path) {
        return anyMatches(refusals, path)
                ? Optional.empty()
                : routes.stream()
                        .filter(route -> route.matches(path))
                        .findFirst()
                        .map(Route::service);
    }

    private static boolean anyMatches(List<String> patterns, String path) {
        return patterns.stream()
                .anyMatch(pattern -> regex(pattern).matcher(path).matches());
    }

    /** {@code *} is any run of characters, {@code ?} one character; all else stands for itself. */
    private static Pattern regex(String pattern) {
        return Pattern.compile(pattern.chars()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining()));
    }
}
