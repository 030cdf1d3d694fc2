package dev.medley.platform;

import dev.medley.platform.gateway.Gateway;
import dev.medley.platform.gateway.PlatformView;
import dev.medley.standins.LocalParts;
import dev.medley.standins.LocalPartsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the platform, stays with it until a signal comes, and leaves no process behind. */
final class Launcher {

    private static final Logger log = LoggerFactory.getLogger(Launcher.class);

    private final PlatformSettings settings;
    private final Console console;
    private final PidFiles pids;

    Launcher(PlatformSettings settings, Console console) {
        this.settings = settings;
        this.console = console;
        this.pids = new PidFiles(settings.run());
    }

    /**
     * Runs the platform until it is stopped.
     *
     * @throws PlatformRefusal when it cannot start; everything is stopped again by then
     */
    void run() {
        long begin = System.nanoTime();
        createFolders();
        try (InstanceLock _ = InstanceLock.acquire(settings)) {
            StopSignals stop = StopSignals.install();
            int ended = pids.endLeftovers();
            if (ended > 0) {
                console.line("Ended %d process(es) that a killed platform had left behind.".formatted(ended));
            }
            new Preconditions(settings).check();
            pids.write("platform", ProcessHandle.current().pid(), "platform.jar");
            try {
                run(begin, stop.requested());
            } finally {
                pids.delete("platform");
            }
        }
        console.line("Stopped.");
    }

    private void run(long begin, CompletableFuture<Void> stop) {
        console.line("Starting Medley; its data is in %s".formatted(settings.home()));
        try (LocalParts parts = startParts()) {
            console.line("  %-12s up after %.1f s".formatted("parts", seconds(begin)));
            DemoUser user = DemoUser.of(parts.secrets());
            DemoUser operator = DemoUser.operator(parts.secrets());
            UserPoolSetup.run(parts.cognito(), parts.account(), user, operator);
            run(begin, stop, parts, user, operator);
        }
    }

    private void run(long begin, CompletableFuture<Void> stop, LocalParts parts, DemoUser user, DemoUser operator) {
        try (Simulators simulators = Simulators.start(settings, parts.secrets());
                LocalScheduler _ = LocalScheduler.start(parts.queues())) {
            ServiceEnvironment environment = new ServiceEnvironment(settings, parts, simulators);
            parts.cognito().useTriggers(environment.triggerBridge()::invoke);
            try (Gateway _ = Gateway.start(settings.port(PlatformPort.GATEWAY), view(parts, simulators, user));
                    ServiceGroup services = new ServiceGroup(settings, pids, console, environment.all());
                    CacheTraining training = new CacheTraining(settings, pids, console, environment.all())) {
                CompletableFuture.anyOf(services.start(), stop).join();
                if (!stop.isDone()) {
                    describe(parts, simulators, user, operator).write(settings.description());
                    new Summary(settings, user, operator).print(console, seconds(begin));
                    Thread.ofVirtual().name("training").start(training);
                    stop.join();
                }
                console.line("Stopping …");
            } catch (CompletionException e) {
                throw e.getCause() instanceof PlatformRefusal refusal ? refusal : e;
            } finally {
                delete();
            }
        }
    }

    private LocalParts startParts() {
        try {
            return LocalParts.start(new LocalPartsSettings(
                    settings.home(),
                    new LocalPartsSettings.Ports(
                            settings.port(PlatformPort.POSTGRES),
                            settings.port(PlatformPort.QUEUES),
                            settings.port(PlatformPort.OBJECTS),
                            settings.port(PlatformPort.COGNITO),
                            settings.port(PlatformPort.SMTP)),
                    settings.browserOrigins()));
        } catch (IllegalStateException e) {
            log.error("a part did not start", e);
            throw new PlatformRefusal(
                    "%s (log: %s)".formatted(e.getMessage(), settings.logs().resolve("platform.log")), e);
        }
    }

    private PlatformView view(LocalParts parts, Simulators simulators, DemoUser user) {
        Map<String, Object> facts = Map.of(
                "services",
                        ServiceDefinition.ALL.stream()
                                .map(ServiceDefinition::name)
                                .toList(),
                "demoUser", user,
                "userPoolId", parts.cognito().userPoolId(),
                "clientId", parts.cognito().publicClientId(),
                "home", settings.home().toString());
        return new PlatformView(
                serviceAddresses(),
                parts.objects().endpoint(),
                new PlatformComponents(settings, parts, simulators).all(),
                parts.mail()::received,
                facts);
    }

    private Map<String, URI> serviceAddresses() {
        return ServiceDefinition.ALL.stream()
                .collect(Collectors.toMap(ServiceDefinition::name, service -> service.address(settings)));
    }

    private PlatformDescription describe(LocalParts parts, Simulators simulators, DemoUser user, DemoUser operator) {
        return new PlatformDescription(
                ProcessHandle.current().pid(),
                Instant.now(),
                URI.create(settings.browserOrigins().getFirst()),
                serviceAddresses(),
                new PlatformDescription.Endpoints(
                        parts.queues().endpoint(),
                        parts.objects().endpoint(),
                        parts.cognito().endpoint()),
                "127.0.0.1:" + parts.mail().port(),
                parts.postgres().url(),
                parts.account().region(),
                parts.account().accessKeyId(),
                parts.account().secretAccessKey(),
                parts.cognito().userPoolId(),
                parts.cognito().publicClientId(),
                user,
                operator,
                Map.of("gopro", simulators.goPro(), "archive", simulators.archive()));
    }

    private void createFolders() {
        try {
            Files.createDirectories(settings.logs());
            Files.createDirectories(settings.run());
        } catch (IOException e) {
            throw new PlatformRefusal("%s cannot be created: %s".formatted(settings.home(), e.getMessage()), e);
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(settings.description());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }
}
