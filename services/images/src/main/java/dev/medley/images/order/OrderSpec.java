package dev.medley.images.order;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.Fit;
import dev.medley.images.engine.OutputFormat;
import dev.medley.images.engine.Position;
import dev.medley.images.engine.RenditionSpec;
import dev.medley.images.engine.Watermark;
import dev.medley.images.settings.WatermarkDesign;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered, as it is stored: complete, so that every attempt makes the same.
 *
 * @param width of the box, in pixels
 * @param height of the box, in pixels
 * @param fit how the picture is brought to the box
 * @param gravity what is kept where it is cut
 * @param format null for the usual one
 * @param quality 1 to 100
 * @param watermark in every detail
 */
record OrderSpec(
        int width,
        int height,
        Fit fit,
        Position gravity,
        @Nullable OutputFormat format,
        int quality,
        WatermarkDesign watermark) {

    static OrderSpec of(CreateRenditionRequest request, WatermarkDesign watermark) {
        return new OrderSpec(
                request.width(),
                request.height(),
                Objects.requireNonNullElse(request.fit(), Fit.FIT),
                Objects.requireNonNullElse(request.gravity(), Position.CENTER),
                request.format(),
                Objects.requireNonNullElse(request.quality(), RenditionSpec.STANDARD_QUALITY),
                watermark);
    }

    /** A name for an order without one. */
    String usualName() {
        return "%s-%dx%d".formatted(fit.wireName(), width, height);
    }

    RenditionSpec toEngine(String name, @Nullable Watermark mark) {
        return new RenditionSpec(name, new Dimensions(width, height), fit, gravity, format, quality, mark);
    }
}
