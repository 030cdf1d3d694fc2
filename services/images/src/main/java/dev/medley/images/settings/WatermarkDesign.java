package dev.medley.images.settings;

import dev.medley.images.engine.Position;
import dev.medley.images.engine.Typeface;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A watermark in every detail.
 *
 * @param enabled whether there is one
 * @param mark what it shows
 * @param text what is written; {@code {date}} becomes the day of the upload, UTC
 * @param position where it stands
 * @param offset distance from the edges, in relation to a rendition's longer side
 * @param opacity 1 is opaque
 * @param scale height of the letters or longer side of the picture, in relation to a rendition's longer side
 * @param colour of the letters, {@code #RRGGBB}
 * @param font of the letters
 * @param picture SHA-256 of the picture that it shows, hexadecimal
 */
public record WatermarkDesign(
        boolean enabled,
        MarkKind mark,
        @Schema(example = "Processed by Medley") String text,
        Position position,
        @Schema(example = "0.012") double offset,
        @Schema(example = "0.5") double opacity,
        @Schema(example = "0.024") double scale,
        @Schema(example = "#FFFFFF") String colour,
        Typeface font,
        @Nullable String picture) {

    /** This design with wishes applied. */
    WatermarkDesign with(WatermarkRequest wishes, @Nullable String ownPicture) {
        MarkKind shown = Objects.requireNonNullElse(wishes.mark(), mark);
        return new WatermarkDesign(
                Objects.requireNonNullElse(wishes.enabled(), enabled),
                shown,
                Objects.requireNonNullElse(wishes.text(), text),
                Objects.requireNonNullElse(wishes.position(), position),
                Objects.requireNonNullElse(wishes.offset(), offset),
                Objects.requireNonNullElse(wishes.opacity(), opacity),
                Objects.requireNonNullElse(wishes.scale(), scale),
                Objects.requireNonNullElse(wishes.colour(), colour),
                Objects.requireNonNullElse(wishes.font(), font),
                shown == MarkKind.TEXT ? null : picture == null ? ownPicture : picture);
    }

    /** Whether it is to show a picture that nobody has uploaded. */
    boolean lacksPicture() {
        return mark == MarkKind.PICTURE && picture == null;
    }
}
