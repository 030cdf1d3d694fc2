package dev.medley.images.library;

import dev.medley.contracts.Envelope;
import dev.medley.contracts.UserConfirmed;
import dev.medley.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Opens a gallery for each user who confirms. */
@Component
class GalleryOpener implements EventHandler<UserConfirmed> {

    private final Galleries galleries;

    GalleryOpener(Galleries galleries) {
        this.galleries = galleries;
    }

    @Override
    public Class<UserConfirmed> eventType() {
        return UserConfirmed.class;
    }

    @Override
    public void handle(Envelope<UserConfirmed> event) {
        galleries.open(event.data());
    }
}
