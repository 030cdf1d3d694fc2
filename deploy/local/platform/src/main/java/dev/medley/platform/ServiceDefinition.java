package dev.medley.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A service as this machine runs it.
 *
 * @param name its name in routes, queues and schemas
 * @param role what it does, in a few words
 * @param port where it listens
 * @param heap the most that it takes, as {@code -Xmx} has it
 * @param flags further ones of its JVM
 */
record ServiceDefinition(String name, String role, PlatformPort port, String heap, List<String> flags) {

    /** All that the platform starts. */
    static final List<ServiceDefinition> ALL = List.of(
            new ServiceDefinition("identity", "users and sign-in", PlatformPort.IDENTITY, "256m", List.of()),
            // The pictures that it decodes at once take up to 224 MB.
            new ServiceDefinition(
                    "images",
                    "uploads and renditions",
                    PlatformPort.IMAGES,
                    "512m",
                    List.of("--add-modules=jdk.incubator.vector")),
            new ServiceDefinition(
                    "media-sync", "media from providers' clouds", PlatformPort.MEDIA_SYNC, "384m", List.of()));

    /** Its packed program. */
    Path jar(PlatformSettings settings) {
        return settings.root()
                .resolve("services")
                .resolve(name)
                .resolve("target")
                .resolve(name + ".jar");
    }

    URI address(PlatformSettings settings) {
        return URI.create("http://127.0.0.1:" + settings.port(port));
    }

    Path log(PlatformSettings settings) {
        return settings.logs().resolve(name + ".log");
    }
}
