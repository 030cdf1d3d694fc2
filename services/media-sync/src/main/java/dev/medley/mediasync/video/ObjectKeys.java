package dev.medley.mediasync.video;

import dev.medley.mediasync.provider.MediaItem;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Where copies go: {@code {provider}-videos/{yyyy}/{MM}/{mediaId}/{filename}}. */
final class ObjectKeys {

    private ObjectKeys() {}

    /**
     * The key of a file that was judged well. The media id keeps apart what cameras name alike; of the name only what
     * <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html">S3 calls safe</a> is kept.
     */
    static String of(String provider, MediaItem item) {
        OffsetDateTime recorded = item.createdAt().atOffset(ZoneOffset.UTC);
        return "%s-videos/%04d/%02d/%s/%s"
                .formatted(
                        provider,
                        recorded.getYear(),
                        recorded.getMonthValue(),
                        item.mediaId(),
                        item.filename().replaceAll("[^A-Za-z0-9!_.*'()-]", "_"));
    }
}
