package dev.medley.images;

import dev.medley.images.engine.Animation;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits and defaults of the service.
 *
 * @param maxFileSize longest file that is accepted
 * @param maxPixels most pixels of one picture
 * @param decodeMemory heap for pictures being decoded at once in this instance; at most 45 % of the whole heap
 * @param uploadValidity how long an upload link works
 * @param downloadValidity how long a link to a rendition works
 * @param lease how long a worker may be silent before another takes its image over
 * @param maxAttempts tries before an image counts as failed; less than the queue's {@code maxReceives}, so that the
 *     verdict is this service's and not the queue's
 * @param workers images in work at once in this instance
 * @param animation what becomes of an animated GIF
 * @param watermark what is written on renditions
 */
@ConfigurationProperties("medley.images")
public record ImagesProperties(
        @DefaultValue("10MB") DataSize maxFileSize,
        @DefaultValue("50000000") long maxPixels,
        @DefaultValue("224MB") DataSize decodeMemory,
        @DefaultValue("15m") Duration uploadValidity,
        @DefaultValue("1h") Duration downloadValidity,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("2") int workers,
        @DefaultValue("first-frame") Animation animation,
        @DefaultValue WatermarkDefaults watermark) {

    /**
     * The platform's watermark.
     *
     * @param text what is written
     * @param opacity 0 to 1
     */
    public record WatermarkDefaults(
            @DefaultValue("Processed by Medley") String text,
            @DefaultValue("0.5") float opacity) {}
}
