package dev.medley.platform.gateway;

import dev.medley.contracts.PackedDefinitions;
import java.util.List;
import java.util.Optional;

/**
 * The rules of {@code deploy/routes.yaml}, first match first.
 *
 * @param refusals paths that are never routed
 * @param rules in file order
 */
record Routes(List<PathPattern> refusals, List<Rule> rules) {

    /**
     * Sends what matches to a service.
     *
     * @param service its name
     * @param paths any of them
     */
    record Rule(String service, List<PathPattern> paths) {}

    /** Reads the packed file; unknown keys in it are an error. */
    static Routes load() {
        return PackedDefinitions.load("/medley/routes.yaml", Document.class).compiled();
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
