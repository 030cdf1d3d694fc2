package dev.medley.images.upload;

import dev.medley.images.settings.WatermarkRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Announces a file.
 *
 * @param fileName the user's name for it
 * @param fileType its media type
 * @param fileSize its exact length in bytes; the link then takes no other
 * @param sha256 its SHA-256, 64 hexadecimal digits; a file with another one is rejected
 * @param watermark what differs from your settings this time; {@code true} and {@code false} only switch it
 * @param plainVariants whether watermarked renditions are made without it as well, this time
 */
public record CreateUploadRequest(
        @NotBlank(message = "fileName and fileType are required")
        @Size(max = 255)
        @Schema(example = "vacation-photo.jpg")
        String fileName,

        @NotBlank(message = "fileName and fileType are required") @Schema(example = "image/jpeg")
        String fileType,

        @Positive @Schema(example = "3970000") @Nullable Long fileSize,

        @Pattern(regexp = "[0-9a-fA-F]{64}", message = "must be 64 hexadecimal digits") @Nullable
        String sha256,

        @Valid @Nullable WatermarkRequest watermark,
        @Nullable Boolean plainVariants) {}
