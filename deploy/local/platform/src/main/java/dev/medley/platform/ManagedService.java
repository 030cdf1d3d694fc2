package dev.medley.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One service's process: started, watched, started again when it dies, stopped. */
final class ManagedService implements Runnable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);
    private static final long PROBE_PAUSE_MILLIS = 200;

    /** Ctrl-C reaches services by itself and may end one before the platform hears of it. */
    private static final long SIGNAL_GRACE_MILLIS = 500;

    private static final int LONGEST_PAUSE_SECONDS = 15;

    private final String name;
    private final ProcessBuilder command;
    private final Path log;
    private final HttpRequest probe;
    private final PidFiles pids;
    private final String mark;
    private final Console console;
    private final HttpClient http;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Process process;

    /**
     * @param command not started yet
     * @param log where its output goes
     * @param address where it listens
     * @param pids remembers its process
     * @param mark a part of its command line that no other program has
     */
    ManagedService(
            String name,
            ProcessBuilder command,
            Path log,
            URI address,
            PidFiles pids,
            String mark,
            Console console,
            HttpClient http) {
        this.name = name;
        this.command = command;
        this.log = log;
        this.probe = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                .timeout(PROBE_LIMIT)
                .build();
        this.pids = pids;
        this.mark = mark;
        this.console = console;
        this.http = http;
    }

    /** Completes when the service is ready for the first time, or with a {@link PlatformRefusal} when it dies before. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Keeps the service running until it is stopped. */
    @Override
    public void run() {
        try {
            int failures = 0;
            for (Process running = spawn(); running != null; running = spawn()) {
                if (becomesReady(running)) {
                    if (!ready.complete(null)) {
                        console.line("%s is up again.".formatted(name));
                    }
                    failures = 0;
                }
                int exitCode = running.waitFor();
                pids.delete(name);
                if (stopping.await(SIGNAL_GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
                if (!ready.isDone()) {
                    ready.completeExceptionally(new PlatformRefusal(
                            "%s did not start: %s (log: %s)".formatted(name, LastError.of(log), log)));
                    return;
                }
                failures++;
                console.line("%s ended with exit code %d and is started again; log: %s".formatted(name, exitCode, log));
                if (stopping.await(Math.min(failures, LONGEST_PAUSE_SECONDS), TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ready.completeExceptionally(e);
        } catch (IOException e) {
            ready.completeExceptionally(new PlatformRefusal("%s cannot be started: %s".formatted(name, e), e));
        }
    }

    /** The running process; null once the service is to stop. */
    private synchronized @Nullable Process spawn() throws IOException {
        if (stopping.getCount() == 0) {
            return null;
        }
        Process started = command.start();
        process = started;
        pids.write(name, started.pid(), mark);
        return started;
    }

    private boolean becomesReady(Process running) throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (running.isAlive()) {
            if (isReady()) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                running.destroyForcibly();
                return false;
            }
            if (stopping.await(PROBE_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return false;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return http.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /** Asks the process to end; it is not started again. */
    synchronized void stop() {
        stopping.countDown();
        if (process != null) {
            process.destroy();
        }
    }

    /**
     * Waits for the end after {@link #stop()} and forces it at the deadline.
     *
     * @param deadline by {@link System#nanoTime()}
     */
    void awaitEnd(long deadline) throws InterruptedException {
        Process last;
        synchronized (this) {
            last = process;
        }
        if (last == null) {
            return;
        }
        if (!last.waitFor(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            console.line("%s does not stop and is ended by force.".formatted(name));
            last.destroyForcibly().waitFor();
        }
        pids.delete(name);
    }
}
