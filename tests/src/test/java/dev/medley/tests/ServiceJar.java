package dev.medley.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The jar that the build made of a service.
 *
 * @param service its name
 * @param path the jar
 */
record ServiceJar(String service, Path path) {

    private static final Duration UNPACKING_LIMIT = Duration.ofMinutes(1);

    /** The jar of a service, which the build has made before. */
    static ServiceJar of(String service) {
        return new ServiceJar(service, Path.of("..", "services", service, "target", service + ".jar"));
    }

    /** The program of the JVM that runs the tests. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Unpacks it into plain jars beside each other, as container images do: it starts in half the time.
     *
     * @param folder where to
     * @return what {@code java -jar} takes
     */
    Path unpack(Path folder) {
        List<String> command = List.of(
                java(),
                "-Djarmode=tools",
                "-jar",
                path.toString(),
                "extract",
                "--force",
                "--destination",
                folder.toString());
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(UNPACKING_LIMIT) || process.exitValue() != 0) {
                throw new IllegalStateException(path + " cannot be unpacked; has it been built?");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return folder.resolve(path.getFileName());
    }
}
