package dev.medley.images.order;

import dev.medley.images.ImagesProperties;
import dev.medley.images.library.Image;
import dev.medley.images.library.Images;
import dev.medley.images.library.StoredRendition;
import dev.medley.images.order.RenditionOrders.Order;
import dev.medley.messaging.NonRetryableMessageException;
import dev.medley.messaging.RetryLaterException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of an order in the database, each in a transaction. */
@Component
@Transactional(noRollbackFor = NonRetryableMessageException.class)
class OrderProgress {

    private static final String FAILED = "processing-failed";
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    private final RenditionOrders orders;
    private final Images images;
    private final InstantSource clock;
    private final int maxAttempts;

    OrderProgress(RenditionOrders orders, Images images, InstantSource clock, ImagesProperties properties) {
        this.orders = orders;
        this.images = images;
        this.clock = clock;
        this.maxAttempts = properties.maxAttempts();
    }

    /**
     * An order that this worker holds.
     *
     * @param order the order
     * @param image its image
     */
    record Held(Order order, Image image) {}

    /**
     * Takes an order.
     *
     * @return empty when it is done or replaced, or its image is gone
     * @throws RetryLaterException while another worker is at it
     * @throws NonRetryableMessageException when its workers died in each attempt
     */
    public Optional<Held> claim(UUID orderId) {
        Optional<Order> found = orders.lock(orderId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Order order = found.get();
        Instant now = clock.instant();
        if (order.leaseUntil() != null && now.isBefore(order.leaseUntil())) {
            throw new RetryLaterException(Duration.between(now, order.leaseUntil()), "the order is held");
        }
        if (!order.failed() && order.attempts() >= maxAttempts) {
            orders.fail(order, FAILED);
            throw new NonRetryableMessageException(FAILED, "The rendition could not be made in any of its attempts.");
        }
        orders.start(order);
        return images.findByUploadKey(order.uploadKey())
                .flatMap(image -> orders.lock(orderId).map(held -> new Held(held, image)));
    }

    /** Whether an image was deleted, so that nobody but its workers removes what they wrote afterwards. */
    public boolean isGone(String uploadKey) {
        return images.findByUploadKey(uploadKey).isEmpty();
    }

    /** Its turn has come, and with it a new lease; one that was taken over meanwhile is left to its new worker. */
    public void startRendering(Order order) {
        if (!orders.extend(order)) {
            throw new RetryLaterException(RETRY_PAUSE, "the order was taken over");
        }
    }

    /** The rendition is stored; false when its image is gone. */
    public boolean finish(Order order, StoredRendition made) {
        Optional<Image> image = images.findByUploadKey(order.uploadKey());
        image.filter(_ -> orders.remove(order)).ifPresent(found -> found.add(made, clock.instant()));
        return image.isPresent();
    }

    /** The picture is at fault. */
    public void fail(Order order, String reason) {
        orders.fail(order, reason);
    }

    /** The platform is at fault; answers whether it may be tried again. */
    public boolean giveBack(Order order) {
        boolean again = order.attempts() < maxAttempts;
        if (again) {
            orders.release(order);
        } else {
            orders.fail(order, FAILED);
        }
        return again;
    }
}
