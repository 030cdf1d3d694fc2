package dev.medley.images.watch;

import dev.medley.accounts.session.RevokedSessions;
import dev.medley.images.library.ImageLibrary;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The streams of this instance. */
@Component
class ImageStreams {

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final ImageLibrary library;
    private final RevokedSessions sessions;
    private final InstantSource clock;
    private final WatchProperties properties;
    private final Set<ImageStream> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> openOfUser = new HashMap<>();

    ImageStreams(
            ImageLibrary library,
            RevokedSessions sessions,
            InstantSource clock,
            WatchProperties properties,
            MeterRegistry meters) {
        this.library = library;
        this.sessions = sessions;
        this.clock = clock;
        this.properties = properties;
        Gauge.builder("images.event-streams", open, Set::size)
                .description("Clients that follow an image at this instance")
                .register(meters);
    }

    /**
     * Opens a stream.
     *
     * @throws ProblemException not found, or rate limited beyond what a user or this instance may have open
     */
    SseEmitter open(Watcher watcher, UUID imageId) {
        if (library.version(imageId, watcher.userId()).isEmpty()) {
            throw ProblemException.of(ProblemCode.NOT_FOUND, "Image not found");
        }
        take(watcher.userId());
        ImageStream stream = new ImageStream(
                imageId,
                watcher,
                () -> library.version(imageId, watcher.userId()),
                this::isSignedIn,
                properties.heartbeat());
        open.add(stream);
        Thread.ofVirtual().name("image-events").start(() -> {
            try {
                stream.run();
            } finally {
                open.remove(stream);
                giveBack(watcher.userId());
            }
        });
        return stream.emitter();
    }

    /** Those that are open now. */
    Set<ImageStream> all() {
        return Set.copyOf(open);
    }

    private boolean isSignedIn(Watcher watcher) {
        return clock.instant().isBefore(watcher.expiresAt())
                && !sessions.isRevoked(watcher.userId(), watcher.issuedAt());
    }

    private synchronized void take(String userId) {
        if (open.size() >= properties.streams() || openOfUser.getOrDefault(userId, 0) >= properties.streamsPerUser()) {
            throw ProblemException.of(
                            ProblemCode.RATE_LIMITED,
                            "Up to %d images can be followed at once; close a stream first."
                                    .formatted(properties.streamsPerUser()))
                    .retryAfter(RETRY);
        }
        openOfUser.merge(userId, 1, Integer::sum);
    }

    private synchronized void giveBack(String userId) {
        openOfUser.computeIfPresent(userId, (_, count) -> count == 1 ? null : count - 1);
    }
}
