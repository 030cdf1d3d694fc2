package dev.medley.images.engine;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageWriteParam;
import org.jspecify.annotations.Nullable;

/** Encodes finished renditions: progressive JPEG, PNG, and WebP where the machine can. Safe for concurrent use. */
public final class ImageEncoder {

    private final Optional<WebPEncoder> webp = WebPEncoder.find();

    /** What this machine can write. */
    public Set<OutputFormat> formats() {
        return webp.isPresent()
                ? EnumSet.allOf(OutputFormat.class)
                : EnumSet.complementOf(EnumSet.of(OutputFormat.WEBP));
    }

    /**
     * Encodes an upright picture of luma, or of luma and chroma (JFIF 1.02), in sRGB.
     *
     * @param samples one or three per pixel, row after row
     * @param profile what the colours are exactly; null means sRGB
     * @throws IllegalArgumentException when the format is none of {@link #formats}
     */
    public byte[] encode(
            Dimensions size, byte[] samples, @Nullable ColourProfile profile, OutputFormat format, int quality) {
        Colours colours = samples.length == size.pixels() ? Colours.GRAY : Colours.YCBCR;
        return encode(
                Finisher.finish(
                        new Pixels(size, colours, samples), profile, Orientation.UPRIGHT, format != OutputFormat.JPEG),
                format,
                quality);
    }

    byte[] encode(BufferedImage picture, OutputFormat format, int quality) {
        return switch (format) {
            case WEBP -> webp().encode(picture, quality);
            case JPEG ->
                ImageWriters.write(
                        ImageReaders.writer(format), picture, parameters -> progressive(parameters, quality));
            case PNG -> ImageWriters.write(ImageReaders.writer(format), picture, _ -> {});
        };
    }

    private WebPEncoder webp() {
        return webp.orElseThrow(() -> new IllegalArgumentException("this machine writes no WebP"));
    }

    private static void progressive(ImageWriteParam parameters, int quality) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality / 100f);
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
}
