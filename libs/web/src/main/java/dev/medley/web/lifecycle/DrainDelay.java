package dev.medley.web.lifecycle;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps a stopping instance serving for a while. ECS sends SIGTERM at about the time it takes the task out of the target
 * group, so requests still arrive; readiness has already turned to refusing when this runs.
 */
final class DrainDelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DrainDelay.class);

    private final Duration delay;
    private volatile boolean running;

    DrainDelay(Duration delay) {
        this.delay = delay;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (delay.isZero()) {
            return;
        }
        LOG.info("draining for {}", delay);
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server and the queue listeners. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
