package dev.medley.images.order;

import dev.medley.images.engine.Fit;
import dev.medley.images.engine.OutputFormat;
import dev.medley.images.engine.Position;
import dev.medley.images.settings.WatermarkRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a further rendition.
 *
 * @param name unique within the image; made of the other members without
 * @param width of the box, in pixels
 * @param height of the box, in pixels
 * @param fit how the picture is brought to the box; {@code fit} without
 * @param gravity what is kept where the picture is cut; {@code center} without
 * @param format without, PNG stays PNG and all else becomes JPEG
 * @param quality of JPEG and WebP; 85 without
 * @param watermark {@code true}, {@code false}, or what differs from the image's own; without, the image's own
 */
public record CreateRenditionRequest(
        @Pattern(
                regexp = "[a-z][a-z0-9-]{0,39}",
                message = "must be up to 40 small letters, digits and hyphens and begin with a letter")
        @Schema(example = "square")
        @Nullable
        String name,

        @NotNull @Min(1) @Max(4096) @Schema(example = "500") Integer width,
        @NotNull @Min(1) @Max(4096) @Schema(example = "500") Integer height,
        @Nullable Fit fit,
        @Nullable Position gravity,
        @Nullable OutputFormat format,
        @Min(1) @Max(100) @Schema(example = "85") @Nullable Integer quality,
        @Valid @Nullable WatermarkRequest watermark) {}
