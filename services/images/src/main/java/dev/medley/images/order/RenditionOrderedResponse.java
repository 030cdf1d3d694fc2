package dev.medley.images.order;

import java.net.URI;
import java.util.UUID;

/**
 * An accepted order.
 *
 * @param imageId the image
 * @param name that the rendition will have
 * @param image where to follow it
 */
public record RenditionOrderedResponse(UUID imageId, String name, URI image) {}
