package dev.medley.mediasync.transfer;

import dev.medley.storage.ObjectReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a media file in S3.
 *
 * @param target the object to make
 * @param contentType its media type
 * @param metadata its user metadata
 * @param tags its object tags
 * @param expectedBytes the length that the provider's listing named, or null when it named none; not that of a derivative
 */
public record TransferRequest(
        ObjectReference target,
        String contentType,
        Map<String, String> metadata,
        Map<String, String> tags,
        @Nullable Long expectedBytes) {

    /** Copies the maps. */
    public TransferRequest {
        metadata = Map.copyOf(metadata);
        tags = Map.copyOf(tags);
    }
}
