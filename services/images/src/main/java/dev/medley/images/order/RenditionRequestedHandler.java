package dev.medley.images.order;

import dev.medley.contracts.Envelope;
import dev.medley.contracts.RenditionRequested;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.ImageInspector;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.Rejection;
import dev.medley.images.engine.Rendition;
import dev.medley.images.engine.Watermark;
import dev.medley.images.library.Image;
import dev.medley.images.library.StoredRendition;
import dev.medley.images.order.RenditionOrders.Order;
import dev.medley.images.pipeline.Originals;
import dev.medley.images.pipeline.Renderer;
import dev.medley.images.pipeline.RenditionStore;
import dev.medley.images.settings.WatermarkFactory;
import dev.medley.messaging.EventHandler;
import dev.medley.messaging.NonRetryableMessageException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes ordered renditions. Only the steps have transactions, so that attempts count and are seen even when they fail, and
 * no connection is held while a picture is read and rendered; the order's row, gone once its rendition is there, makes
 * repetition harmless.
 */
@Component
class RenditionRequestedHandler implements EventHandler<RenditionRequested> {

    private static final Logger log = LoggerFactory.getLogger(RenditionRequestedHandler.class);

    private static final String TOO_LARGE = "rendition-too-large";

    private final OrderProgress progress;
    private final Originals originals;
    private final ImageInspector inspector;
    private final WatermarkFactory watermarks;
    private final Renderer renderer;
    private final RenditionStore store;

    RenditionRequestedHandler(
            OrderProgress progress,
            Originals originals,
            ImageInspector inspector,
            WatermarkFactory watermarks,
            Renderer renderer,
            RenditionStore store) {
        this.progress = progress;
        this.originals = originals;
        this.inspector = inspector;
        this.watermarks = watermarks;
        this.renderer = renderer;
        this.store = store;
    }

    @Override
    public Class<RenditionRequested> eventType() {
        return RenditionRequested.class;
    }

    @Override
    public boolean isTransactional() {
        return false;
    }

    @Override
    public void handle(Envelope<RenditionRequested> event) {
        RenditionRequested order = event.data();
        String uploadKey = order.uploadKey();
        Optional<OrderProgress.Held> claimed = progress.claim(UUID.fromString(order.orderId()));
        if (claimed.isPresent()) {
            make(claimed.get().order(), claimed.get().image());
        } else if (uploadKey == null || !isDiscarded(uploadKey)) {
            log.debug("order {} is done or was replaced", order.orderId());
        }
    }

    /**
     * Whether the image was deleted; then nothing of it is left. An attempt may have written a rendition after the deletion,
     * also an earlier one that died before it saw that.
     */
    private boolean isDiscarded(String uploadKey) {
        if (!progress.isGone(uploadKey)) {
            return false;
        }
        log.info("an image was deleted before a rendition of it was made");
        originals.discard(uploadKey);
        return true;
    }

    private void make(Order order, Image image) {
        try {
            byte[] file = originals.read(image);
            ImageHeader header = inspector.inspect(file, image.format());
            Watermark watermark =
                    watermarks.create(image.ownerId(), order.spec().watermark(), image.createdAt());
            List<Rendition> rendered = renderer.render(
                    file,
                    header,
                    List.of(order.spec().toEngine(order.name(), watermark)),
                    () -> progress.startRendering(order));
            StoredRendition made = store.store(image, rendered).getFirst();
            if (!progress.finish(order, made)) {
                log.info("an image was deleted while a rendition of it was made");
                originals.discard(image.uploadKey());
            }
        } catch (RejectedImageException e) {
            log.warn("a processed image could not be rendered again", e);
            // The picture was accepted, so it is the rendition that is too much.
            boolean tooLarge = e.rejection() == Rejection.TOO_MANY_PIXELS;
            progress.fail(order, tooLarge ? TOO_LARGE : e.rejection().code());
        } catch (RuntimeException e) {
            if (isDiscarded(image.uploadKey())) {
                return;
            }
            if (progress.giveBack(order)) {
                throw e;
            }
            throw new NonRetryableMessageException(
                    "processing-failed", "The rendition could not be made in any of its attempts.", e);
        }
    }
}
