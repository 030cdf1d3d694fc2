package dev.medley.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreconditionsIT {

    @TempDir
    private Path home;

    @Test
    void freePortsAreNoObstacle() {
        assertThatCode(() -> new Preconditions(settings(freePorts())).check()).doesNotThrowAnyException();
    }

    @Test
    void aTakenPortIsToldInOneLineWithItsVariable() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Map<String, String> environment = freePorts();
            environment.put("MEDLEY_S3_PORT", Integer.toString(taken.getLocalPort()));

            assertThatThrownBy(() -> new Preconditions(settings(environment)).check())
                    .isInstanceOf(PlatformRefusal.class)
                    .hasMessage(
                            "Port %d, for S3, is taken by another program; MEDLEY_S3_PORT=<port> changes it.",
                            taken.getLocalPort());
        }
    }

    @Test
    void aPortThatIsGivenTwiceIsRefused() {
        Map<String, String> environment = freePorts();
        String port = Objects.requireNonNull(environment.get("MEDLEY_PORT"));
        environment.put("MEDLEY_IMAGES_PORT", port);

        assertThatThrownBy(() -> new Preconditions(settings(environment)).check())
                .hasMessageContaining("both set to port %s; change MEDLEY_PORT or MEDLEY_IMAGES_PORT".formatted(port));
    }

    @Test
    void theDatabaseOfAKilledPlatformMayStillListen() throws IOException {
        try (ServerSocket database = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Map<String, String> environment = freePorts();
            environment.put("MEDLEY_POSTGRES_PORT", Integer.toString(database.getLocalPort()));
            Preconditions preconditions = new Preconditions(settings(environment));
            assertThatThrownBy(preconditions::check).hasMessageContaining("for PostgreSQL");

            Files.createDirectories(home.resolve("postgres"));
            Files.writeString(home.resolve("postgres").resolve("postmaster.pid"), "1\n");

            assertThatCode(preconditions::check).doesNotThrowAnyException();
        }
    }

    @Test
    void aFullDiskIsToldInOneLineWithTheVariableThatHelps() {
        Preconditions preconditions = new Preconditions(settings(Map.of()));

        assertThatThrownBy(() -> preconditions.checkSpace(200L << 20))
                .isInstanceOf(PlatformRefusal.class)
                .hasMessage("Only 200 MB are free at %s and 1024 MB are needed; MEDLEY_HOME=<folder> moves it.", home);
        assertThatCode(() -> preconditions.checkSpace(2L << 30)).doesNotThrowAnyException();
    }

    private PlatformSettings settings(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("MEDLEY_HOME", home.toString());
        return PlatformSettings.of(Path.of(""), all);
    }

    /** All are held at once, so that none is given out twice. */
    private static Map<String, String> freePorts() {
        List<ServerSocket> sockets = new ArrayList<>();
        Map<String, String> environment = new HashMap<>();
        try {
            for (PlatformPort port : PlatformPort.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                sockets.add(socket);
                environment.put(port.variable(), Integer.toString(socket.getLocalPort()));
            }
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return environment;
    }
}
