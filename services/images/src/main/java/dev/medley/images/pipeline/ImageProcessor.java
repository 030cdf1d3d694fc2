package dev.medley.images.pipeline;

import dev.medley.images.ImagesProperties;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.Rejection;
import dev.medley.images.engine.Rendition;
import dev.medley.images.library.Image;
import dev.medley.images.library.UploadedObject;
import dev.medley.images.scan.ScanOutcome;
import dev.medley.images.scan.ScanReport;
import dev.medley.images.scan.VirusScanner;
import dev.medley.messaging.NonRetryableMessageException;
import dev.medley.storage.FetchedObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes one uploaded file to its end: renditions or a verdict. Doing it again changes nothing. */
@Component
class ImageProcessor {

    private static final Logger log = LoggerFactory.getLogger(ImageProcessor.class);

    private final ImageProgress progress;
    private final UploadValidator validator;
    private final VirusScanner scanner;
    private final RenditionPlanner planner;
    private final Renderer renderer;
    private final RenditionStore renditions;
    private final Originals originals;
    private final PipelineMetrics metrics;
    private final InstantSource clock;
    private final int maxAttempts;

    ImageProcessor(
            ImageProgress progress,
            UploadValidator validator,
            VirusScanner scanner,
            RenditionPlanner planner,
            Renderer renderer,
            RenditionStore renditions,
            Originals originals,
            PipelineMetrics metrics,
            InstantSource clock,
            ImagesProperties properties) {
        this.progress = progress;
        this.validator = validator;
        this.scanner = scanner;
        this.planner = planner;
        this.renderer = renderer;
        this.renditions = renditions;
        this.originals = originals;
        this.metrics = metrics;
        this.clock = clock;
        this.maxAttempts = properties.maxAttempts();
    }

    /** Processes an object of the uploads bucket. */
    void process(UploadedObject object) {
        Image held;
        try {
            Optional<Image> claimed = progress.claim(object);
            if (claimed.isEmpty()) {
                log.debug("{} is finished already, or was taken in a newer version", object.key());
                return;
            }
            held = claimed.get();
        } catch (UnannouncedUploadException e) {
            log.warn(
                    "removed an upload that nobody announced, that came too late or whose image was deleted or rejected",
                    e);
            originals.discard(object.key());
            return;
        }
        if (held.attempts() > maxAttempts) {
            progress.fail(held);
            throw hopeless(null);
        }
        process(held);
    }

    private void process(Image held) {
        Instant startedAt = clock.instant();
        ScanReport scan = null;
        try {
            FetchedObject file = validator.fetch(held);
            byte[] content = file.content().orElseThrow();
            ImageHeader header = validator.judge(held, content);
            scan = scan(content);
            if (scan.outcome() == ScanOutcome.INFECTED) {
                throw new RejectedImageException(Rejection.INFECTED);
            }
            ScanReport report = scan;
            List<Rendition> rendered = renderer.render(
                    content,
                    header,
                    planner.plan(held),
                    () -> progress.startRendering(held, header.upright(), file.stored(), report));
            progress.finish(held, renditions.store(held, rendered));
            metrics.processed(startedAt);
        } catch (RejectedImageException e) {
            log.atInfo()
                    .addKeyValue("imageId", held.id())
                    .addKeyValue("reason", e.rejection().code())
                    .setCause(e.getCause())
                    .log("image rejected");
            progress.reject(held, e.rejection(), scan);
            metrics.failed(e.rejection().code());
            if (held.isOriginalUnwanted()) {
                originals.discard(held.uploadKey());
            }
        } catch (RuntimeException e) {
            if (progress.isErased(held)) {
                log.info("an image was deleted while in work");
                originals.discard(held.uploadKey());
                return;
            }
            boolean again = progress.giveBack(held);
            metrics.failed(again ? "attempt-failed" : "processing-failed");
            throw again ? e : hopeless(e);
        }
    }

    private ScanReport scan(byte[] content) {
        Instant startedAt = clock.instant();
        ScanOutcome outcome = scanner.scan(content);
        return new ScanReport(outcome, startedAt, clock.instant());
    }

    private static NonRetryableMessageException hopeless(@Nullable RuntimeException cause) {
        return new NonRetryableMessageException(
                "processing-failed", "The image could not be processed in any of its attempts.", cause);
    }
}
