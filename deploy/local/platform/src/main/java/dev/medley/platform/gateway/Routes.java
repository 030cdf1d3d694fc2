package dev.medley.platform.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The rules of {@code deploy/routes.yaml}, first match first.
 *
 * @param refusals paths that are never routed
 * @param rules in file order
 */
record Routes(List<PathPattern> refusals, List<Rule> rules) {

    private static final String RESOURCE = "/medley/routes.yaml";

    /**
     * Sends what matches to a service.
     *
     * @param service its name
     * @param paths any of them
     */
    record Rule(String service, List<PathPattern> paths) {}

    /** Reads the packed file; unknown keys in it are an error. */
    static Routes load() {
        try (InputStream in = Routes.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Routes read(InputStream yaml) {
        return YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(yaml, Document.class)
                .compiled();
    }

    boolean refuse(String path) {
        return refusals.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** The service that a path belongs to. */
    Optional<String> serviceFor(String path) {
        return rules.stream()
                .filter(rule -> rule.paths().stream().anyMatch(pattern -> pattern.matches(path)))
                .map(Rule::service)
                .findFirst();
    }

    /** The file's own shape. */
    private record Document(List<String> refusals, List<Route> routes) {

        private record Route(String service, List<String> paths) {

            Rule compiled() {
                return new Rule(service, patterns(paths));
            }
        }

        Routes compiled() {
            return new Routes(
                    patterns(refusals), routes.stream().map(Route::compiled).toList());
        }

        private static List<PathPattern> patterns(List<String> texts) {
            return texts.stream().map(PathPattern::of).toList();
        }
    }
}
