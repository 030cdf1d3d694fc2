package dev.medley.platform;

import dev.medley.bridge.TriggerBridge;
import dev.medley.standins.LocalParts;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the services get by environment, as Spring property names: the parts around them and each other's addresses. */
final class ServiceEnvironment {

    private final PlatformSettings settings;
    private final Map<String, Map<String, String>> configuration;

    ServiceEnvironment(PlatformSettings settings, LocalParts parts, Simulators simulators) {
        this.settings = settings;
        this.configuration = ServiceDefinition.ALL.stream()
                .map(ServiceDefinition::name)
                .collect(Collectors.toMap(Function.identity(), service -> configurationOf(service, parts, simulators)));
    }

    private Map<String, String> configurationOf(String service, LocalParts parts, Simulators simulators) {
        Map<String, String> properties = new TreeMap<>(parts.configurationOf(service));
        if (service.equals("identity")) {
            properties.put("medley.images-url", address(PlatformPort.IMAGES).toString());
        }
        if (service.equals("media-sync")) {
            properties.putAll(simulators.configuration());
        }
        return properties;
    }

    private URI address(PlatformPort port) {
        return URI.create("http://127.0.0.1:" + settings.port(port));
    }

    /** The properties of each service by its name. */
    Map<String, Map<String, String>> all() {
        return configuration;
    }

    /** The code that is a Lambda function in AWS. */
    TriggerBridge triggerBridge() {
        String secret = configuration.getOrDefault("identity", Map.of()).get("medley.identity.triggers.secret");
        return new TriggerBridge(
                address(PlatformPort.IDENTITY).resolve("/internal/cognito-triggers"),
                Objects.requireNonNull(secret, "identity has a secret for triggers"));
    }
}
