package dev.medley.images.pipeline;

import dev.medley.messaging.RetryLaterException;
import java.time.Duration;
import java.util.UUID;

/** Another worker is at this image: the message comes back when that worker has finished or gone silent. */
class ImageHeldException extends RetryLaterException {

    private static final long serialVersionUID = 1L;

    ImageHeldException(UUID imageId, Duration leaseLeft) {
        super(leaseLeft, "image " + imageId + " is held by another worker");
    }
}
