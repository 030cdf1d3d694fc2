package dev.medley.images.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user has here.
 *
 * @param memberSince when the user's e-mail address was confirmed; absent until that news has arrived here
 * @param totalImages images in any state
 * @param totalStorageUsed bytes of the validated files
 * @param lastUploadAt when the newest image was announced
 */
public record GalleryStatistics(
        @Nullable Instant memberSince,
        long totalImages,
        long totalStorageUsed,
        @Nullable Instant lastUploadAt) {}
