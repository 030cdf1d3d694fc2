package dev.medley.tests;

import static java.util.Objects.requireNonNull;

import dev.medley.testing.TestPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A service as it is deployed: its own JVM, started from its jar and configured by nothing but environment variables. What
 * it prints is kept in {@code target/services/<name>.log}.
 */
final class ServiceProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
    private static final int TAIL_LINES = 30;

    /** Below the ports that operating systems hand out by themselves, so that nobody gets one between two starts. */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 32_000;

    private final String name;
    private final Map<String, String> configuration;
    private final int port = freePort();
    private final ServiceProgram program;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;

    /**
     * Describes a process without starting it.
     *
     * @param name the service
     * @param configuration Spring property names with their values
     */
    ServiceProcess(String name, Map<String, String> configuration) {
        this.name = name;
        this.configuration = Map.copyOf(configuration);
        Path folder = Path.of("target", "services");
        this.program = ServiceProgram.unpack(name, folder.resolve(name));
        this.log = folder.resolve(name + ".log");
        // An interrupted test run leaves no processes behind.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::killHard));
    }

    /** The name under which Spring Boot reads a property from the environment. */
    static String environmentName(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** What this process was configured with. */
    Map<String, String> configuration() {
        return configuration;
    }

    /** Where it listens; the same after a restart. */
    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts and stops it in good order, which makes all later starts faster; worthwhile where there are many. */
    void rehearse() {
        launch(program.rehearsal()).awaitReady();
        requireNonNull(process).destroy();
        Awaitility.await(name + " has ended").atMost(START_LIMIT).until(() -> !isAlive());
        if (!program.isRehearsed()) {
            throw new IllegalStateException(name + " left no archive of its classes: " + tail());
        }
    }

    /** Starts it unless it runs; {@link #awaitReady} says when it can be used. */
    synchronized ServiceProcess start() {
        if (process != null && process.isAlive()) {
            return this;
        }
        return launch(program.start());
    }

    private ServiceProcess launch(ProcessBuilder builder) {
        configuration.forEach((property, value) -> builder.environment().put(environmentName(property), value));
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        // People read the log of a test: it is no JSON.
        builder.environment().put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "");
        try {
            Files.createDirectories(log.getParent());
            process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Waits until it takes requests; fails at once when it has ended instead. */
    ServiceProcess awaitReady() {
        Awaitility.await(name + " is ready")
                .atMost(START_LIMIT)
                .pollInterval(POLL_INTERVAL)
                .failFast(this::requireAlive)
                .until(this::isReady);
        return this;
    }

    /** Whether the process runs. */
    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Ends it as {@code kill -9} does, without any chance to finish something, and waits until it is gone. */
    synchronized void killHard() {
        if (process == null) {
            return;
        }
        process.destroyForcibly();
        try {
            if (!process.waitFor(TestPlatform.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " survived being killed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** There is nothing to save: the data is thrown away with the platform. */
    @Override
    public void close() {
        killHard();
        http.close();
    }

    private void requireAlive() {
        if (!isAlive()) {
            throw new IllegalStateException(name + " has ended: " + tail());
        }
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri().resolve("/actuator/health/readiness"))
                .timeout(TestPlatform.PATIENCE)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        while (true) {
            int candidate = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (ServerSocket _ = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
                return candidate;
            } catch (IOException _) {
                // Taken: try another.
            }
        }
    }
}
