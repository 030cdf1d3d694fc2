package dev.medley.images.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at the versions of all watched images with one query, whoever changes them, and wakes the streams of those that
 * changed. No query while nobody watches.
 */
@Component
class WatchedImages implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WatchedImages.class);

    /** Before the web server's graceful stop, which would wait for the streams in vain. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 512;

    private final ImageStreams streams;
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Duration interval;
    private @Nullable ScheduledExecutorService scheduler;

    WatchedImages(ImageStreams streams, JdbcClient jdbc, InstantSource clock, WatchProperties properties) {
        this.streams = streams;
        this.jdbc = jdbc;
        this.clock = clock;
        this.interval = properties.interval();
    }

    @Override
    public synchronized void start() {
        if (scheduler == null) {
            scheduler = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("watched-images").factory());
            ScheduledFuture<?> _ = scheduler.scheduleWithFixedDelay(
                    this::lookOrLog, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.close();
            scheduler = null;
        }
        streams.all().forEach(ImageStream::close);
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** An exception would end the schedule for good. */
    private void lookOrLog() {
        try {
            look(streams.all());
        } catch (RuntimeException e) {
            log.warn("watched images could not be read; trying again in {}", interval, e);
        }
    }

    private void look(Set<ImageStream> open) {
        if (open.isEmpty()) {
            return;
        }
        Map<UUID, Long> versions =
                versions(open.stream().map(ImageStream::imageId).collect(Collectors.toSet()));
        for (ImageStream stream : open) {
            if (clock.instant().isBefore(stream.expiresAt())) {
                stream.observe(versions.get(stream.imageId()));
            } else {
                stream.observe(null);
            }
        }
    }

    private Map<UUID, Long> versions(Set<UUID> ids) {
        Map<UUID, Long> versions = new HashMap<>();
        jdbc.sql("SELECT id, version FROM image WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    versions.put(row.getObject("id", UUID.class), row.getLong("version"));
                });
        return versions;
    }
}
