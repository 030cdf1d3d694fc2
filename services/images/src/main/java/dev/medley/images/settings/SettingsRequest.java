package dev.medley.images.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * A user's settings; what is absent is as the platform has it.
 *
 * @param watermark what renditions carry
 * @param plainVariants whether watermarked renditions are made without it as well
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettingsRequest(
        @Valid @Nullable WatermarkRequest watermark,
        @Nullable Boolean plainVariants) {

    static final SettingsRequest NONE = new SettingsRequest(null, null);
}
