package dev.medley.images.library;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.UUID;

/**
 * The answer of {@code GET /image}, in the names that its clients know.
 *
 * @param imageId the image
 * @param userId its owner
 * @param processedImage the largest watermarked rendition
 */
public record ProcessedImageResponse(
        @JsonProperty("image_id") UUID imageId,
        @JsonProperty("user_id") String userId,
        @JsonProperty("processed_image") ProcessedImage processedImage) {

    /**
     * A rendition.
     *
     * @param key its object key
     * @param downloadUrl reads it without a token
     * @param expiresIn always {@code 1 hour}
     * @param extension file name extension
     */
    public record ProcessedImage(
            String key,
            @JsonProperty("download_url") URI downloadUrl,
            @JsonProperty("expires_in") String expiresIn,
            String extension) {}
}
