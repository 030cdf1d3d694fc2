package dev.medley.web.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

class DrainDelayTests {

    private static final Duration DELAY = Duration.ofMillis(50);

    @Test
    void holdsTheShutdownForTheDelay() {
        DrainDelay drain = new DrainDelay(DELAY);
        drain.start();
        long started = System.nanoTime();

        drain.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(DELAY);
        assertThat(drain.isRunning()).isFalse();
    }

    @Test
    void stopsBeforeTheWebServer() {
        assertThat(new DrainDelay(DELAY).getPhase()).isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }
}
