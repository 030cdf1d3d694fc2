package dev.medley.identity.picture;

import dev.medley.contracts.Envelope;
import dev.medley.contracts.ImageProcessed;
import dev.medley.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Makes a processed image the picture that it was announced as. */
@Component
class ImageProcessedHandler implements EventHandler<ImageProcessed> {

    private static final String THUMBNAIL = "thumbnail";

    private final Pictures pictures;

    ImageProcessedHandler(Pictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public Class<ImageProcessed> eventType() {
        return ImageProcessed.class;
    }

    @Override
    public void handle(Envelope<ImageProcessed> event) {
        ImageProcessed image = event.data();
        image.renditions().stream()
                .filter(rendition -> rendition.name().equals(THUMBNAIL))
                .findFirst()
                .ifPresent(thumbnail -> pictures.take(image.imageId(), image.userId(), thumbnail.key()));
    }
}
