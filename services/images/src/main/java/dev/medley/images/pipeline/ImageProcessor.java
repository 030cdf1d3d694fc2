package dev.medley.images.pipeline;

import dev.medley.images.ImagesProperties;
import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.ImageEngine;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.Rendition;
import dev.medley.images.engine.RenditionSpec;
import dev.medley.images.engine.Watermark;
import dev.medley.images.library.Image;
import dev.medley.images.library.ImageKeys;
import dev.medley.images.library.StoredRendition;
import dev.medley.messaging.NonRetryableMessageException;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
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
    private final ImageEngine engine;
    private final ObjectStore objects;
    private final DecodeBudget budget;
    private final List<RenditionSpec> ladder;
    private final int maxAttempts;

    ImageProcessor(
            ImageProgress progress,
            UploadValidator validator,
            ImageEngine engine,
            ObjectStore objects,
            ImagesProperties properties) {
        this.progress = progress;
        this.validator = validator;
        this.engine = engine;
        this.objects = objects;
        this.budget = new DecodeBudget(Math.toIntExact(properties.decodeMemory().toBytes()));
        this.maxAttempts = properties.maxAttempts();
        Watermark watermark = Watermark.line(
                properties.watermark().text(), properties.watermark().opacity());
        this.ladder = List.of(
                RenditionSpec.inside("thumbnail", new Dimensions(400, 300), null),
                RenditionSpec.inside("800x600", new Dimensions(800, 600), watermark),
                RenditionSpec.inside("1200x900", new Dimensions(1200, 900), watermark),
                RenditionSpec.inside("1920x1080", new Dimensions(1920, 1080), watermark));
    }

    /** Processes the file under a key of the uploads bucket. */
    void process(String uploadKey) {
        Image held;
        try {
            Optional<Image> claimed = progress.claim(uploadKey);
            if (claimed.isEmpty()) {
                log.debug("{} is finished already", uploadKey);
                return;
            }
            held = claimed.get();
        } catch (UnannouncedUploadException e) {
            log.warn("removed an upload that nobody announced or whose account was erased", e);
            discard(uploadKey);
            return;
        }
        if (held.attempts() > maxAttempts) {
            progress.fail(held);
            throw hopeless(null);
        }
        try {
            byte[] file = validator.read(held);
            ImageHeader header = validator.judge(held, file);
            held = progress.startRendering(held, header.upright(), file.length);
            progress.finish(held, render(held, file, header));
        } catch (RejectedImageException e) {
            log.atInfo()
                    .addKeyValue("imageId", held.id())
                    .addKeyValue("reason", e.rejection().code())
                    .setCause(e.getCause())
                    .log("image rejected");
            progress.reject(held, e.rejection());
        } catch (RuntimeException e) {
            if (progress.isErased(held)) {
                log.info("an image was erased while in work");
                discard(uploadKey);
                return;
            }
            throw progress.giveBack(held) ? e : hopeless(e);
        }
    }

    /** Leaves nothing of an image that has no row, or none any more. */
    private void discard(String uploadKey) {
        objects.delete(new ObjectReference(ImageKeys.UPLOADS, uploadKey));
        ImageKeys.renditionFolder(uploadKey).ifPresent(folder -> objects.deleteAll(StoredRendition.BUCKET, folder));
    }

    private static NonRetryableMessageException hopeless(@Nullable RuntimeException cause) {
        return new NonRetryableMessageException(
                "processing-failed", "The image could not be processed in any of its attempts.", cause);
    }

    private List<StoredRendition> render(Image image, byte[] file, ImageHeader header) throws RejectedImageException {
        try (var _ = budget.take(header.decodedBytes())) {
            return engine.render(file, header, ladder).stream()
                    .map(rendition -> store(image, rendition))
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to decode", e);
        }
    }

    private StoredRendition store(Image image, Rendition rendition) {
        String contentType = rendition.format().contentType();
        String key = ImageKeys.renditionFolder(image.uploadKey()).orElseThrow()
                + rendition.spec().name()
                + "."
                + rendition.format().extension();
        objects.write(new ObjectReference(StoredRendition.BUCKET, key), contentType, rendition.content());
        return new StoredRendition(
                rendition.spec().name(),
                key,
                contentType,
                rendition.size().width(),
                rendition.size().height(),
                rendition.content().length,
                Sha256.hexadecimal(rendition.content()),
                rendition.spec().isWatermarked(),
                engine.name());
    }
}
