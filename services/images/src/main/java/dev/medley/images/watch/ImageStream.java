package dev.medley.images.watch;

import dev.medley.images.library.VersionedImage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One client's stream. It has a virtual thread of its own, so that a client that reads slowly delays nobody else. */
final class ImageStream implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(ImageStream.class);

    private static final long UNSENT = -1;

    private final UUID imageId;
    private final Watcher watcher;
    private final Supplier<Optional<VersionedImage>> image;
    private final Predicate<Watcher> signedIn;
    private final Duration heartbeat;

    /** Without a limit of the server's: the token's end is the limit. */
    private final SseEmitter emitter = new SseEmitter(0L);

    private final Semaphore wake = new Semaphore(0);
    private volatile boolean closing;
    private volatile long sent = UNSENT;

    ImageStream(
            UUID imageId,
            Watcher watcher,
            Supplier<Optional<VersionedImage>> image,
            Predicate<Watcher> signedIn,
            Duration heartbeat) {
        this.imageId = imageId;
        this.watcher = watcher;
        this.image = image;
        this.signedIn = signedIn;
        this.heartbeat = heartbeat;
    }

    UUID imageId() {
        return imageId;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** Tells which version the database holds; null when it holds none any more. */
    void observe(@Nullable Long version) {
        if (version == null || version != sent) {
            wake.release();
        }
    }

    /** Ends the stream soon. */
    void close() {
        closing = true;
        wake.release();
    }

    @Override
    public void run() {
        try {
            while (goesOn()) {
                if (!wake.tryAcquire(heartbeat.toMillis(), TimeUnit.MILLISECONDS)) {
                    emitter.send(SseEmitter.event().comment("alive"));
                }
                wake.drainPermits();
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            // Sending fails so when the client has gone, which is how most streams end.
            log.debug("a stream of image {} broke", imageId, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException e) {
            log.warn("a stream of image {} ends early", imageId, e);
            emitter.complete();
        }
    }

    /** Sends what is new; false when that was the end. */
    private boolean goesOn() throws IOException {
        if (closing) {
            return false;
        }
        if (!signedIn.test(watcher)) {
            emitter.send(SseEmitter.event().name("expired").data("{}", MediaType.APPLICATION_JSON));
            return false;
        }
        Optional<VersionedImage> current = image.get();
        if (current.isEmpty()) {
            emitter.send(SseEmitter.event().name("deleted").data("{}", MediaType.APPLICATION_JSON));
            return false;
        }
        VersionedImage found = current.get();
        if (found.version() != sent) {
            sent = found.version();
            emitter.send(SseEmitter.event()
                    .id(Long.toString(found.version()))
                    .name("image")
                    .data(found.image(), MediaType.APPLICATION_JSON));
        }
        return !found.settled();
    }

    /** The moment when this stream has to look at its token at the latest. */
    Instant expiresAt() {
        return watcher.expiresAt();
    }
}
