package dev.medley.images.pipeline;

import java.util.UUID;

/** Another worker is at this image: the message comes back later, when that worker has finished or gone silent. */
class ImageHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImageHeldException(UUID imageId) {
        super("image " + imageId + " is held by another worker");
    }
}
