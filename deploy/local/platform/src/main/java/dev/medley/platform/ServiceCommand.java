package dev.medley.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a service is started: its jar with ordinary configuration by environment, as in production. */
final class ServiceCommand {

    private static final List<String> LOWEST_PRIORITY = List.of("nice", "-n", "19");

    private final PlatformSettings settings;

    ServiceCommand(PlatformSettings settings) {
        this.settings = settings;
    }

    /**
     * The service itself; its output goes to the end of its log.
     *
     * @param properties configuration by Spring property name
     */
    ProcessBuilder of(ServiceDefinition service, ServiceProgram program, Map<String, String> properties) {
        List<String> command = new ArrayList<>(java(service));
        command.addAll(program.arguments());
        return configured(command, service, properties, service.log(settings));
    }

    /** A start that ends before it would listen and leaves a cache for the starts to come. */
    ProcessBuilder training(
            ServiceDefinition service, ServiceProgram program, Path cache, Map<String, String> properties, Path log) {
        List<String> command = new ArrayList<>(LOWEST_PRIORITY);
        command.addAll(java(service));
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh"));
        command.addAll(program.arguments());
        return configured(command, service, properties, log);
    }

    /** Unpacks a service's jar: caches know classes of plain jars only. */
    ProcessBuilder unpacking(ServiceDefinition service, Path folder, Path log) {
        List<String> command = new ArrayList<>(LOWEST_PRIORITY);
        command.addAll(java(service));
        command.addAll(List.of("-Djarmode=tools", "-jar", service.jar(settings).toString(), "extract"));
        command.addAll(List.of("--destination", folder.toString()));
        return configured(command, service, Map.of(), log);
    }

    /** The same for all of these, because a cache fits only the flags that it was made with. */
    private static List<String> java(ServiceDefinition service) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + service.heap(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(service.flags());
        return command;
    }

    private ProcessBuilder configured(
            List<String> command, ServiceDefinition service, Map<String, String> properties, Path log) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(settings.home().toFile()).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        // A developer's own cloud account must never be what a local service talks to.
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.keySet().removeAll(PlatformSettings.variables());
        properties.forEach((property, value) -> environment.put(EnvironmentNames.of(property), value));
        environment.put(EnvironmentNames.of("server.address"), "127.0.0.1");
        environment.put(EnvironmentNames.of("server.port"), Integer.toString(settings.port(service.port())));
        return builder;
    }
}
