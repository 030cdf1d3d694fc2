package dev.medley.identity.picture;

import dev.medley.contracts.Envelope;
import dev.medley.contracts.ImageDeleted;
import dev.medley.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Leaves a user without picture when its image is deleted. */
@Component
class ImageDeletedHandler implements EventHandler<ImageDeleted> {

    private final Pictures pictures;

    ImageDeletedHandler(Pictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public Class<ImageDeleted> eventType() {
        return ImageDeleted.class;
    }

    @Override
    public void handle(Envelope<ImageDeleted> event) {
        pictures.drop(event.data().imageId());
    }
}
