package dev.medley.platform;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the platform lives on this machine.
 *
 * @param root the repository
 * @param home everything that stays between runs
 * @param ports one for each {@link PlatformPort}
 */
record PlatformSettings(Path root, Path home, Map<PlatformPort, Integer> ports) {

    static final String HOME = "MEDLEY_HOME";

    /** From the environment; {@code .medley} in the repository unless {@code MEDLEY_HOME} names another folder. */
    static PlatformSettings of(Path root, Map<String, String> environment) {
        Map<PlatformPort, Integer> ports = new EnumMap<>(PlatformPort.class);
        Arrays.stream(PlatformPort.values()).forEach(port -> ports.put(port, port.in(environment)));
        String home = environment.getOrDefault(HOME, "");
        Path absolute = root.toAbsolutePath().normalize();
        Path folder =
                home.isBlank() ? absolute.resolve(".medley") : Path.of(home).toAbsolutePath();
        return new PlatformSettings(absolute, folder.normalize(), Map.copyOf(ports));
    }

    int port(PlatformPort port) {
        Integer number = ports.get(port);
        if (number == null) {
            throw new IllegalStateException(port + " has no number");
        }
        return number;
    }

    /** What the browser shows as origin, in both spellings. */
    List<String> browserOrigins() {
        int port = port(PlatformPort.GATEWAY);
        return List.of("http://localhost:" + port, "http://127.0.0.1:" + port);
    }

    /** Names of the variables that are meant for the platform and not for the services that it starts. */
    static List<String> variables() {
        return Stream.concat(
                        Stream.of(HOME), Arrays.stream(PlatformPort.values()).map(PlatformPort::variable))
                .toList();
    }

    Path logs() {
        return home.resolve("logs");
    }

    Path run() {
        return home.resolve("run");
    }

    Path cache() {
        return home.resolve("cache");
    }

    Path description() {
        return home.resolve("platform.json");
    }
}
