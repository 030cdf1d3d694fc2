package dev.medley.standins;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What a killed platform left of its PostgreSQL: a lock file and perhaps the server itself, which the next start would
 * fail on.
 *
 * @see <a href="https://www.postgresql.org/docs/current/storage-file-layout.html">postmaster.pid</a>
 */
final class LeftoverPostgres {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final int PORT_LINE = 3;

    private final Path dataDirectory;
    private final Path lock;

    LeftoverPostgres(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
        this.lock = dataDirectory.resolve("postmaster.pid");
    }

    /**
     * Stops the server of this data directory if it still runs and removes its lock file.
     *
     * @throws IllegalStateException when a server seems to run that cannot be told to be this directory's
     */
    void remove() throws IOException {
        if (!Files.exists(lock)) {
            return;
        }
        List<String> lines = Files.readAllLines(lock);
        if (lines.size() <= PORT_LINE || !lines.getFirst().strip().matches("[0-9]{1,18}")) {
            throw new IllegalStateException(lock + " is damaged: remove it when no PostgreSQL runs on its directory");
        }
        // A restored or copied directory can carry the lock of another one's server.
        if (isDataDirectory(lines.get(1))) {
            Optional<ProcessHandle> process =
                    ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
            if (process.isPresent()) {
                stopIfOwn(process.get(), lines.get(PORT_LINE).strip());
            }
        }
        Files.deleteIfExists(lock);
    }

    /** The number of a server that ended may be another process's by now. */
    private void stopIfOwn(ProcessHandle process, String port) {
        ProcessHandle.Info info = process.info();
        if (info.command().isPresent() && info.arguments().isPresent()) {
            if (info.command().get().endsWith("postgres")
                    && Stream.of(info.arguments().get()).anyMatch(this::isDataDirectory)) {
                stop(process);
            }
        } else if (listens(port)) {
            throw new IllegalStateException(
                    "process %d seems to run PostgreSQL on %s and port %s, but the system does not show its command: stop it first"
                            .formatted(process.pid(), dataDirectory, port));
        }
    }

    private boolean isDataDirectory(String path) {
        try {
            return Files.isSameFile(Path.of(path), dataDirectory);
        } catch (IOException e) {
            return false; // most arguments are no files
        }
    }

    private static boolean listens(String port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().orTimeout(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
            // It waits for clients to leave; a forced end costs it a recovery at the next start, not data.
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
