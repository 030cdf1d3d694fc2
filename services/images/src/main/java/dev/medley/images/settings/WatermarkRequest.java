package dev.medley.images.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.medley.images.engine.Position;
import dev.medley.images.engine.Typeface;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Wishes for a watermark; what is absent stays as it would be without them. Instead of an object {@code true} or
 * {@code false} may stand for one with {@code enabled} alone.
 *
 * @param enabled whether there is one
 * @param mark what it shows
 * @param text what is written; {@code {date}} becomes the day of the upload, UTC
 * @param position where it stands
 * @param offset distance from the edges, in relation to a rendition's longer side
 * @param opacity 1 is opaque
 * @param scale height of the letters or longer side of the picture, in relation to a rendition's longer side
 * @param colour of the letters
 * @param font of the letters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WatermarkRequest(
        @Nullable Boolean enabled,
        @Nullable MarkKind mark,

        @Size(max = 100)
        @Pattern(
                // One loop after the look-ahead: three in a row took a time that grew with the square of the length.
                regexp = "(?=\\s*\\S)[^\\p{Cntrl}]*",
                message = "must be one line that is not blank")
        @Schema(example = "© Ann Example {date}")
        @Nullable
        String text,

        @Nullable Position position,

        @DecimalMin("0") @DecimalMax("0.5") @Schema(example = "0.012") @Nullable
        Double offset,

        @DecimalMin("0.01") @DecimalMax("1") @Schema(example = "0.5") @Nullable
        Double opacity,

        @DecimalMin("0.005") @DecimalMax("1") @Schema(example = "0.024") @Nullable
        Double scale,

        @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "must be #RRGGBB") @Schema(example = "#FFFFFF") @Nullable
        String colour,

        @Nullable Typeface font) {

    /** For Jackson: the object. */
    @JsonCreator
    @SuppressWarnings("TooManyParameters") // one for each member of the JSON object
    static WatermarkRequest of(
            @JsonProperty("enabled") @Nullable Boolean enabled,
            @JsonProperty("mark") @Nullable MarkKind mark,
            @JsonProperty("text") @Nullable String text,
            @JsonProperty("position") @Nullable Position position,
            @JsonProperty("offset") @Nullable Double offset,
            @JsonProperty("opacity") @Nullable Double opacity,
            @JsonProperty("scale") @Nullable Double scale,
            @JsonProperty("colour") @Nullable String colour,
            @JsonProperty("font") @Nullable Typeface font) {
        return new WatermarkRequest(enabled, mark, text, position, offset, opacity, scale, colour, font);
    }

    /** For Jackson: {@code true} or {@code false}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static WatermarkRequest of(boolean enabled) {
        return new WatermarkRequest(enabled, null, null, null, null, null, null, null, null);
    }
}
