package dev.medley.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The services' processes, started side by side. */
final class ServiceGroup implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    private final PlatformSettings settings;
    private final PidFiles pids;
    private final Console console;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
    private final List<ManagedService> services;

    /**
     * @param configuration properties of each service by its name
     * @throws PlatformRefusal when a service is not built
     */
    ServiceGroup(
            PlatformSettings settings, PidFiles pids, Console console, Map<String, Map<String, String>> configuration) {
        this.settings = settings;
        this.pids = pids;
        this.console = console;
        StartCaches caches = new StartCaches(settings);
        this.services = ServiceDefinition.ALL.stream()
                .map(service -> managed(
                        service, caches.programOf(service), configuration.getOrDefault(service.name(), Map.of())))
                .toList();
    }

    private ManagedService managed(ServiceDefinition service, ServiceProgram program, Map<String, String> properties) {
        keepPrevious(service.log(settings));
        return new ManagedService(
                service.name(),
                new ServiceCommand(settings).of(service, program, properties),
                service.log(settings),
                service.address(settings),
                pids,
                program.jar().toString(),
                console,
                http);
    }

    private static void keepPrevious(Path log) {
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts all; completes when all are ready, or with the reason of the first that is not. */
    CompletableFuture<Void> start() {
        long begin = System.nanoTime();
        CompletableFuture<Void> failure = new CompletableFuture<>();
        for (int index = 0; index < services.size(); index++) {
            ManagedService service = services.get(index);
            String name = ServiceDefinition.ALL.get(index).name();
            var _ = service.ready().whenComplete((_, refused) -> {
                if (refused == null) {
                    console.line("  %-12s up after %.1f s".formatted(name, seconds(begin)));
                } else {
                    failure.completeExceptionally(refused);
                }
            });
            Thread.ofVirtual().name(name).start(service);
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(
                services.stream().map(ManagedService::ready).toArray(CompletableFuture<?>[]::new));
        return CompletableFuture.anyOf(all, failure).thenApply(_ -> null);
    }

    private static double seconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }

    /** Stops all at once: politely at first, by force after 20 seconds. */
    @Override
    public void close() {
        services.forEach(ManagedService::stop);
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        try {
            for (ManagedService service : services) {
                service.awaitEnd(deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while services stop", e);
        }
    }
}
