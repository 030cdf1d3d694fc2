package dev.medley.images.pipeline;

import dev.medley.contracts.ImageProcessed;
import dev.medley.contracts.ImageRejected;
import dev.medley.images.ImagesProperties;
import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.Rejection;
import dev.medley.images.library.Image;
import dev.medley.images.library.ImageStatus;
import dev.medley.images.library.ImageTable;
import dev.medley.images.library.Images;
import dev.medley.images.library.StoredRendition;
import dev.medley.images.library.UploadedObject;
import dev.medley.images.scan.ScanReport;
import dev.medley.messaging.outbox.Outbox;
import dev.medley.storage.ObjectStore;
import dev.medley.storage.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pipeline's steps in the database, one transaction each. A worker whose image was taken over fails at its next step,
 * because the version moved on.
 */
@Component
class ImageProgress {

    private static final Logger log = LoggerFactory.getLogger(ImageProgress.class);

    private final Images images;
    private final ImageTable table;
    private final Outbox outbox;
    private final ObjectStore objects;
    private final ImagesProperties properties;
    private final InstantSource clock;

    ImageProgress(
            Images images,
            ImageTable table,
            Outbox outbox,
            ObjectStore objects,
            ImagesProperties properties,
            InstantSource clock) {
        this.images = images;
        this.table = table;
        this.outbox = outbox;
        this.objects = objects;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Takes the image that a file was announced for.
     *
     * @return empty when it is finished already, or a newer object was taken
     * @throws ImageHeldException while another worker is at it
     * @throws UnannouncedUploadException when no file was announced under that key, or none is wanted any more
     */
    @Transactional
    public Optional<Image> claim(UploadedObject object) {
        Image image = images.findByUploadKey(object.key()).orElseThrow(UnannouncedUploadException::new);
        Instant now = clock.instant();
        // A worker that died between its verdict and the removal has the file removed by the next delivery.
        if (image.status() == ImageStatus.EXPIRED || image.isOriginalUnwanted()) {
            throw new UnannouncedUploadException();
        }
        if (image.status().isFinal()) {
            warnOfReplacement(image, object);
            return Optional.empty();
        }
        if (image.hasSeenNewerThan(object)) {
            return Optional.empty();
        }
        Duration leaseLeft = image.leaseLeft(now);
        if (leaseLeft.isPositive()) {
            throw new ImageHeldException(image.id(), leaseLeft);
        }
        image.startValidating(object, now, properties.lease());
        return Optional.of(image);
    }

    public void startRendering(Image image, Dimensions upright, StoredObject file, ScanReport scan) {
        image.startRendering(upright, file, scan, clock.instant(), properties.lease());
        table.update(image);
        image.written();
    }

    @Transactional
    public void finish(Image image, List<StoredRendition> renditions) {
        Instant now = clock.instant();
        image.finish(now);
        table.update(image);
        table.replaceRenditions(image.id(), renditions);
        String bucket = objects.bucketName(StoredRendition.BUCKET);
        List<ImageProcessed.Rendition> published = renditions.stream()
                .map(made -> new ImageProcessed.Rendition(
                        made.name(),
                        bucket,
                        made.objectKey(),
                        made.width(),
                        made.height(),
                        made.bytes(),
                        made.contentType()))
                .toList();
        String id = image.id().toString();
        outbox.publish(id, new ImageProcessed(id, image.ownerId(), published, now));
    }

    @Transactional
    public void reject(Image image, Rejection rejection, @Nullable ScanReport scan) {
        Instant now = clock.instant();
        image.reject(rejection, scan, now);
        table.update(image);
        String id = image.id().toString();
        outbox.publish(id, new ImageRejected(id, image.ownerId(), rejection.code(), rejection.detail(), now));
    }

    /**
     * Gives an image back after an error of the platform. Does nothing when another worker has taken it over.
     *
     * @return whether it may be tried again
     */
    @Transactional
    public boolean giveBack(Image held) {
        Image current = images.findByUploadKey(held.uploadKey()).orElseThrow();
        if (current.version() != held.version()) {
            return true;
        }
        boolean again = current.attempts() < properties.maxAttempts();
        if (again) {
            current.release(clock.instant());
        } else {
            current.fail(clock.instant());
        }
        return again;
    }

    /** Whether the image's row is gone, as an account's erasure leaves it. */
    @Transactional
    public boolean isErased(Image held) {
        return images.findByUploadKey(held.uploadKey()).isEmpty();
    }

    /** Ends an image whose workers died in each attempt. */
    @Transactional
    public void fail(Image held) {
        held.fail(clock.instant());
        table.update(held);
    }

    /** Links create and never replace, so only an operator can have done this; the renditions stay what they are. */
    private static void warnOfReplacement(Image image, UploadedObject object) {
        String known = image.objectEtag();
        if (known != null && object.eTag() != null && !known.equals(object.eTag())) {
            log.warn("the original of image {} was replaced after it was processed", image.id());
        }
    }
}
