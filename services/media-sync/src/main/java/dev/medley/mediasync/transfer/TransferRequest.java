package dev.medley.mediasync.transfer;

import dev.medley.storage.ObjectReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer is to produce.
 *
 * @param target the object
 * @param contentType its media type
 * @param metadata its user metadata
 * @param tags its tags
 * @param expectedBytes the length that the provider tells; null when it tells none
 */
public record TransferRequest(
        ObjectReference target,
        String contentType,
        Map<String, String> metadata,
        Map<String, String> tags,
        @Nullable Long expectedBytes) {}
