package dev.medley.identity.picture;

import dev.medley.contracts.Envelope;
import dev.medley.contracts.ImageRejected;
import dev.medley.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Leaves a user with the old picture when the new one was rejected. */
@Component
class ImageRejectedHandler implements EventHandler<ImageRejected> {

    private final Pictures pictures;

    ImageRejectedHandler(Pictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public Class<ImageRejected> eventType() {
        return ImageRejected.class;
    }

    @Override
    public void handle(Envelope<ImageRejected> event) {
        pictures.forget(event.data().imageId());
    }
}
