package dev.medley.contracts;

import java.time.Instant;
import java.util.List;

/**
 * An upload passed validation and all its renditions are stored. Published by images, once per image.
 *
 * @param imageId the image
 * @param userId its owner, Cognito {@code sub}
 * @param renditions what was made of it
 * @param processedAt when the last rendition was stored
 */
@EventType("image.processed")
public record ImageProcessed(String imageId, String userId, List<Rendition> renditions, Instant processedAt) {

    /**
     * One stored rendition.
     *
     * @param name for example {@code thumbnail} or {@code 1200x900}
     * @param bucket where it is
     * @param key its object key
     * @param width in pixels
     * @param height in pixels
     * @param bytes its length
     * @param contentType media type
     */
    public record Rendition(
            String name, String bucket, String key, int width, int height, long bytes, String contentType) {}
}
