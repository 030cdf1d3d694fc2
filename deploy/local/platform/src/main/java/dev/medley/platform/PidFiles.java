package dev.medley.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers the processes that the platform started, so that the next start can end those that a killed platform left
 * behind. A file holds the process id and a part of its command line, for ids are used again.
 */
final class PidFiles {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;

    PidFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Notes a process.
     *
     * @param name of the file
     * @param mark a part of the process's command line that no other program has
     */
    void write(String name, long pid, String mark) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(name), pid + "\n" + mark + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what still runs, first politely, and returns how many processes that were. */
    int endLeftovers() {
        int ended = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pid")) {
            for (Path file : files) {
                Optional<ProcessHandle> process = find(file);
                if (process.isPresent()) {
                    end(process.get());
                    ended++;
                }
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ended;
    }

    private static Optional<ProcessHandle> find(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2
                || !lines.getFirst().matches("\\d{1,18}")
                || lines.get(1).isBlank()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                .filter(process -> process.info().commandLine().orElse("").contains(lines.get(1)));
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".pid");
    }
}
