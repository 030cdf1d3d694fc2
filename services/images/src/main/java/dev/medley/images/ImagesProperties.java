package dev.medley.images;

import dev.medley.images.engine.Animation;
import dev.medley.images.engine.Position;
import dev.medley.images.engine.Typeface;
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
 * @param codecMemory native memory for the coefficients of JPEGs being decoded or encoded at once in this instance; one of
 *     50 megapixels in several scans takes 300 MB where its chroma is not subsampled, half of it where it is
 * @param uploadValidity how long an upload link works
 * @param uploadGrace how long after that a file is still waited for; then the image expires
 * @param downloadValidity how long a link to a rendition works
 * @param lease how long a worker may be silent before another takes its image over
 * @param maxAttempts tries before an image or an order counts as failed; the queues' {@code maxReceives} are at least twice
 *     as many and two, as a killed worker costs a delivery that is postponed until its lease ends beside its own: the
 *     verdict is this service's and not the queue's
 * @param maxRenditions most renditions of one image, those that every image has included
 * @param workers images in work at once in this instance; more than processors, as each waits for storage now and then
 * @param animation what becomes of an animated GIF
 * @param watermark what is written on renditions
 */
@ConfigurationProperties("medley.images")
public record ImagesProperties(
        @DefaultValue("10MB") DataSize maxFileSize,
        @DefaultValue("50000000") long maxPixels,
        @DefaultValue("224MB") DataSize decodeMemory,
        @DefaultValue("320MB") DataSize codecMemory,
        @DefaultValue("15m") Duration uploadValidity,
        @DefaultValue("1h") Duration uploadGrace,
        @DefaultValue("1h") Duration downloadValidity,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("24") int maxRenditions,
        @DefaultValue("4") int workers,
        @DefaultValue("first-frame") Animation animation,
        @DefaultValue WatermarkDefaults watermark) {

    /**
     * The platform's watermark.
     *
     * @param enabled whether there is one
     * @param text what is written
     * @param position where it stands
     * @param offset distance from the edges, in relation to a rendition's longer side
     * @param opacity up to 1, above 0
     * @param scale height of the letters, in relation to a rendition's longer side
     * @param colour {@code #RRGGBB}
     * @param font of the letters
     */
    public record WatermarkDefaults(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("Processed by Medley") String text,
            @DefaultValue("bottom-right") Position position,
            @DefaultValue("0.012") double offset,
            @DefaultValue("0.5") double opacity,
            @DefaultValue("0.024") double scale,
            @DefaultValue("#FFFFFF") String colour,
            @DefaultValue("sans") Typeface font) {}
}
