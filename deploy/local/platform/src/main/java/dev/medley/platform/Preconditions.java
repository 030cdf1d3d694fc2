package dev.medley.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** What has to be so before anything is started, told in one line where it is not. */
final class Preconditions {

    /** The database's empty cluster, queues and logs, with room to work. */
    private static final long NEEDED_BYTES = 1L << 30;

    private final PlatformSettings settings;

    Preconditions(PlatformSettings settings) {
        this.settings = settings;
    }

    /**
     * Looks at the disk and at every port.
     *
     * @throws PlatformRefusal saying what is wrong and which variable changes it
     */
    void check() {
        checkSpace(freeBytes());
        Map<Integer, PlatformPort> seen = new HashMap<>();
        for (PlatformPort port : PlatformPort.values()) {
            int number = settings.port(port);
            PlatformPort other = seen.putIfAbsent(number, port);
            if (other != null) {
                throw new PlatformRefusal("%s and %s are both set to port %d; change %s or %s."
                        .formatted(other.user(), port.user(), number, other.variable(), port.variable()));
            }
            if (!isFree(number) && !isLeftoverDatabase(port)) {
                throw new PlatformRefusal("Port %d, for %s, is taken by another program; %s=<port> changes it."
                        .formatted(number, port.user(), port.variable()));
            }
        }
    }

    void checkSpace(long freeBytes) {
        if (freeBytes < NEEDED_BYTES) {
            throw new PlatformRefusal("Only %d MB are free at %s and %d MB are needed; %s=<folder> moves it."
                    .formatted(freeBytes >> 20, settings.home(), NEEDED_BYTES >> 20, PlatformSettings.HOME));
        }
    }

    private long freeBytes() {
        try {
            return Files.getFileStore(settings.home()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of an ended server linger for a minute and are no obstacle.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** A database that outlived a killed platform is ended by the start of the next one. */
    private boolean isLeftoverDatabase(PlatformPort port) {
        return port == PlatformPort.POSTGRES
                && Files.exists(settings.home().resolve("postgres").resolve("postmaster.pid"));
    }
}
