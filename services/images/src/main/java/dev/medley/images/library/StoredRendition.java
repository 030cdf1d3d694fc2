package dev.medley.images.library;

import dev.medley.storage.ObjectReference;
import jakarta.persistence.Embeddable;

/**
 * The receipt of a stored rendition.
 *
 * @param name unique within its image
 * @param objectKey in the renditions bucket
 * @param contentType media type
 * @param width in pixels
 * @param height in pixels
 * @param bytes its length
 * @param sha256 of its content, hexadecimal
 * @param watermarked whether it carries the watermark
 * @param engine which engine made it
 */
@Embeddable
public record StoredRendition(
        String name,
        String objectKey,
        String contentType,
        int width,
        int height,
        long bytes,
        String sha256,
        boolean watermarked,
        String engine) {

    /** The bucket of all renditions, without environment prefix. */
    public static final String BUCKET = "renditions";

    /** Whether every image has it. Names that users give begin with a letter. */
    boolean isOfLadder() {
        return Character.isDigit(name.charAt(0));
    }

    /** Where its content is. */
    public ObjectReference object() {
        return new ObjectReference(BUCKET, objectKey);
    }
}
