package dev.medley.images.settings;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force for a user's next uploads.
 *
 * @param watermark what renditions carry
 * @param plainVariants whether watermarked renditions are made without it as well
 * @param picture the uploaded picture for watermarks, if any
 */
public record SettingsResponse(
        WatermarkDesign watermark,
        boolean plainVariants,
        @Nullable Picture picture) {

    /**
     * A picture for watermarks.
     *
     * @param sha256 of its content, hexadecimal
     * @param contentType media type
     * @param bytes its length
     * @param url reads it without a token
     * @param expiresIn seconds until the link stops working
     */
    public record Picture(String sha256, String contentType, int bytes, URI url, long expiresIn) {}
}
