package dev.medley.contracts;

/**
 * A further rendition of an image is to be made. Published by images for itself, so that an order survives every instance.
 *
 * @param orderId the order; it tells what to make
 * @param imageId the image
 */
@EventType("rendition.requested")
public record RenditionRequested(String orderId, String imageId) {}
