package dev.medley.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A further rendition of an image is to be made. Published by images for itself, so that an order survives every instance.
 *
 * @param orderId the order; it tells what to make
 * @param imageId the image
 * @param uploadKey the image's key, by which its objects are found when its row is gone; null in orders of before it was told
 */
@EventType("rendition.requested")
public record RenditionRequested(
        String orderId, String imageId, @Nullable String uploadKey) {}
