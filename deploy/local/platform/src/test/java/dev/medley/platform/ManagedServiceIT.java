package dev.medley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes are shell commands here, and their readiness is a server of the test. */
class ManagedServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer readiness;

    @BeforeEach
    void serveReadiness() throws IOException {
        readiness = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        readiness.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        readiness.start();
    }

    @AfterEach
    void stop() {
        readiness.stop(0);
        http.close();
    }

    @Test
    void aProcessThatEndsDuringItsStartIsReportedWithItsReasonAndLog() {
        readiness.stop(0);
        ManagedService service = service("echo 'Error: no database'; exit 3");

        Thread.ofVirtual().start(service);

        assertThatThrownBy(() -> service.ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .hasCauseInstanceOf(PlatformRefusal.class)
                .hasMessageContaining(
                        "images did not start: Error: no database (log: %s)", folder.resolve("images.log"));
        assertThat(folder.resolve("images.pid")).doesNotExist();
    }

    @Test
    void aProcessThatDiesLaterIsStartedAgain() throws Exception {
        ManagedService service = service("exec sleep 62.5");
        Thread running = Thread.ofVirtual().start(service);
        service.ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        long first = pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        Awaitility.await().atMost(PATIENCE).until(() -> printed().contains("images is up again."));
        assertThat(printed()).contains("images ended with exit code 137");
        assertThat(pid()).isNotEqualTo(first);
        end(service, running);
    }

    @Test
    void aStoppedProcessIsNotStartedAgain() throws Exception {
        ManagedService service = service("exec sleep 62.5");
        Thread running = Thread.ofVirtual().start(service);
        service.ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        long pid = pid();

        end(service, running);

        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(folder.resolve("images.pid")).doesNotExist();
        assertThat(printed()).isEmpty();
    }

    @Test
    void aProcessThatIgnoresTheRequestIsEndedByForce() throws Exception {
        ManagedService service = service("trap '' TERM; while :; do sleep 0.1; done");
        Thread running = Thread.ofVirtual().start(service);
        service.ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        long pid = pid();

        service.stop();
        service.awaitEnd(System.nanoTime() + Duration.ofMillis(500).toNanos());

        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(printed()).contains("images does not stop and is ended by force.");
        assertThat(running.join(PATIENCE)).isTrue();
    }

    private ManagedService service(String script) {
        Path log = folder.resolve("images.log");
        ProcessBuilder command = new ProcessBuilder("sh", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        URI address = URI.create("http://127.0.0.1:" + readiness.getAddress().getPort());
        Console console = new Console(new PrintStream(output, true, StandardCharsets.UTF_8));
        return new ManagedService("images", command, log, address, new PidFiles(folder), "sleep", console, http);
    }

    private static void end(ManagedService service, Thread running) throws InterruptedException {
        service.stop();
        service.awaitEnd(System.nanoTime() + PATIENCE.toNanos());
        assertThat(running.join(PATIENCE)).isTrue();
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("images.pid")).getFirst());
    }

    private String printed() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
