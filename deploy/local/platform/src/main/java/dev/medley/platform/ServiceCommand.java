package dev.medley.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a service is started: its jar with ordinary configuration by environment, as in production. */
final class ServiceCommand {

    private final PlatformSettings settings;

    ServiceCommand(PlatformSettings settings) {
        this.settings = settings;
    }

    /**
     * A process that is not started yet; its output goes to the end of the service's log.
     *
     * @param properties configuration by Spring property name
     * @throws PlatformRefusal when the service is not built
     */
    ProcessBuilder of(ServiceDefinition service, Map<String, String> properties) {
        Path jar = service.jar(settings);
        if (!Files.exists(jar)) {
            throw new PlatformRefusal(
                    "%s is not built: %s is missing; ./medley up builds it.".formatted(service.name(), jar));
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + service.heap(), "-XX:+UseSerialGC"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(settings.home().toFile());
        builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(service.log(settings).toFile()));
        configure(builder.environment(), service, properties);
        return builder;
    }

    private void configure(Map<String, String> environment, ServiceDefinition service, Map<String, String> properties) {
        // A developer's own cloud account must never be what a local service talks to.
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.keySet().removeAll(PlatformSettings.variables());
        properties.forEach((property, value) -> environment.put(EnvironmentNames.of(property), value));
        environment.put(EnvironmentNames.of("server.address"), "127.0.0.1");
        environment.put(EnvironmentNames.of("server.port"), Integer.toString(settings.port(service.port())));
    }
}
