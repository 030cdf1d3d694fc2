package dev.medley.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Makes the missing {@link StartCaches} while the platform runs, one after the other and at the lowest priority. A
 * training run is a start of the service that ends where it would begin to listen and to take messages.
 */
final class CacheTraining implements Runnable, AutoCloseable {

    private static final String SUFFIX = "-training";

    private final PlatformSettings settings;
    private final StartCaches caches;
    private final ServiceCommand command;
    private final PidFiles pids;
    private final Console console;
    private final Map<String, Map<String, String>> configuration;
    private boolean closed;
    private @Nullable Process process;

    /**
     * @param configuration properties of each service by its name
     */
    CacheTraining(
            PlatformSettings settings, PidFiles pids, Console console, Map<String, Map<String, String>> configuration) {
        this.settings = settings;
        this.caches = new StartCaches(settings);
        this.command = new ServiceCommand(settings);
        this.pids = pids;
        this.console = console;
        this.configuration = configuration;
    }

    @Override
    public void run() {
        try {
            for (ServiceDefinition service : ServiceDefinition.ALL) {
                Path folder = caches.folderOf(service);
                if (!Files.exists(StartCaches.cacheIn(folder)) && !train(service, folder)) {
                    return;
                }
                caches.removeOutdated(service);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the cache is there now. */
    private boolean train(ServiceDefinition service, Path folder) throws IOException, InterruptedException {
        Path log = settings.logs().resolve(service.name() + SUFFIX + ".log");
        Files.deleteIfExists(log);
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        Path unfinished = folder.resolve("unfinished.aot");
        Path program = StartCaches.programIn(folder);
        Path jar = program.resolve(service.name() + ".jar");
        boolean made = run(service, command.unpacking(service, program, log))
                && run(
                        service,
                        command.training(
                                service,
                                new ServiceProgram(jar, null),
                                unfinished,
                                configuration.getOrDefault(service.name(), Map.of()),
                                log));
        if (made && Files.exists(unfinished)) {
            Files.move(unfinished, StartCaches.cacheIn(folder), StandardCopyOption.ATOMIC_MOVE);
            console.line("%s starts faster from now on.".formatted(service.name()));
            return true;
        }
        if (!isClosed()) {
            console.line("%s will not start faster: its training run failed; log: %s".formatted(service.name(), log));
        }
        return false;
    }

    private boolean run(ServiceDefinition service, ProcessBuilder builder) throws IOException, InterruptedException {
        Process running;
        synchronized (this) {
            if (closed) {
                return false;
            }
            running = builder.start();
            process = running;
            pids.write(service.name() + SUFFIX, running.pid(), service.name() + ".jar");
        }
        int exitCode = running.waitFor();
        pids.delete(service.name() + SUFFIX);
        return exitCode == 0;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Ends a training run at once; the next start of the platform makes up for it. */
    @Override
    public synchronized void close() {
        closed = true;
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
