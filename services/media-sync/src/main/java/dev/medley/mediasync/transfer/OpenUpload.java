package dev.medley.mediasync.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A multipart upload that is not completed.
 *
 * @param uploadId S3's name for it
 * @param sourceETag what identified the source's content when it was opened; null when the source gave nothing
 * @param bytes length of the whole file
 * @param partSize length of every part but the last
 * @param parts those that S3 has
 */
public record OpenUpload(
        String uploadId, @Nullable String sourceETag, long bytes, long partSize, List<PartReceipt> parts) {}
