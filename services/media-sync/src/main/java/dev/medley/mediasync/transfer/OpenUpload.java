package dev.medley.mediasync.transfer;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A multipart upload that is not finished.
 *
 * @param uploadId S3's name for it
 * @param validator what the source answered as strong {@code ETag}, or else as {@code Last-Modified}; null for neither
 * @param bytes length of the whole file, or -1 while the source tells none
 * @param partSize bytes of each part but the last
 * @param parts those that are stored
 */
public record OpenUpload(
        String uploadId, @Nullable String validator, long bytes, long partSize, List<PartReceipt> parts) {

    /** Puts the parts in the order of the file. */
    public OpenUpload {
        parts = parts.stream()
                .sorted(Comparator.comparingInt(PartReceipt::number))
                .toList();
    }
}
