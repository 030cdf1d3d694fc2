package dev.medley.images.engine;

import org.jspecify.annotations.Nullable;

/**
 * A rendition to make.
 *
 * @param name unique among the renditions of a picture
 * @param box in pixels
 * @param fit how the picture is brought to the box
 * @param gravity what is kept where the picture is cut
 * @param format null means PNG for PNG and JPEG for all else
 * @param quality 1 to 100, for JPEG and WebP
 * @param watermark null for none
 */
public record RenditionSpec(
        String name,
        Dimensions box,
        Fit fit,
        Position gravity,
        @Nullable OutputFormat format,
        int quality,
        @Nullable Watermark watermark) {

    /** The quality that renditions have unless another is asked for. */
    public static final int STANDARD_QUALITY = 85;

    /** Refuses a quality that no encoder knows, and a box larger than a picture in the format can be. */
    public RenditionSpec {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality " + quality + " is not in 1 to 100");
        }
        int longest = (format == null ? OutputFormat.JPEG : format).longestSide();
        if (Math.max(box.width(), box.height()) > longest) {
            throw new IllegalArgumentException(
                    "a side of %dx%d is longer than %d".formatted(box.width(), box.height(), longest));
        }
    }

    /** The usual rendition: all of the picture inside the box, in the usual format and quality. */
    public static RenditionSpec inside(String name, Dimensions box, @Nullable Watermark watermark) {
        return new RenditionSpec(name, box, Fit.FIT, Position.CENTER, null, STANDARD_QUALITY, watermark);
    }

    /** Whether it carries a watermark. */
    public boolean isWatermarked() {
        return watermark != null;
    }

    /** The format that the rendition of a picture of this format has. */
    public OutputFormat formatOf(ImageFormat source) {
        return format == null ? OutputFormat.standardFor(source) : format;
    }
}
