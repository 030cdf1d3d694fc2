package dev.medley.images.library;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An image as its owner sees it.
 *
 * @param imageId unique
 * @param fileName the user's name for it
 * @param contentType the announced media type
 * @param status where it stands
 * @param reason stable code of a rejection or failure
 * @param detail the same for people
 * @param width in pixels when upright, once validated
 * @param height in pixels when upright, once validated
 * @param bytes length of the file, once validated
 * @param attempts how often processing was started
 * @param createdAt when it was announced
 * @param updatedAt when its status last changed
 * @param steps of the newest attempt, in their order
 * @param renditions what was made of it; empty unless processed
 * @param ordered further renditions that were asked for and are not made yet
 */
public record ImageResponse(
        UUID imageId,
        String fileName,
        String contentType,
        ImageStatus status,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long bytes,
        int attempts,
        Instant createdAt,
        Instant updatedAt,
        List<StepResponse> steps,
        List<RenditionResponse> renditions,
        List<OrderedRendition> ordered) {}
