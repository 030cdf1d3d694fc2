package dev.medley.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A service's jar, unpacked. A rehearsal leaves an archive of the classes it loaded (JEP 350), with which each later start
 * takes less than half the time.
 *
 * @param jar what {@code java -jar} takes
 * @param classes the archive, if there is one
 */
record ServiceProgram(Path jar, Path classes) {

    /** Unpacks a service's jar into a folder. */
    static ServiceProgram unpack(String service, Path folder) {
        Path jar = ServiceJar.of(service).unpack(folder);
        Path classes = folder.resolve(service + ".jsa");
        try {
            // One of an earlier build fits other jars.
            Files.deleteIfExists(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ServiceProgram(jar, classes);
    }

    /** Runs the service. */
    ProcessBuilder start() {
        return isRehearsed() ? java("-XX:SharedArchiveFile=" + classes) : java();
    }

    /** Runs the service and writes the archive when that ends, unless it is killed. */
    ProcessBuilder rehearsal() {
        return java("-XX:ArchiveClassesAtExit=" + classes);
    }

    /** Whether there is an archive. */
    boolean isRehearsed() {
        return Files.exists(classes);
    }

    private ProcessBuilder java(String... own) {
        List<String> command = new ArrayList<>(List.of(
                ServiceJar.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(own));
        command.addAll(List.of("-jar", jar.toString()));
        return new ProcessBuilder(command);
    }
}
