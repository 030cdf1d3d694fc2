package dev.medley.identity.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Announces a picture; the images service has the last word on each member.
 *
 * @param fileName the user's name for it
 * @param fileType its media type
 * @param fileSize its exact length in bytes; the link then takes no other
 * @param sha256 its SHA-256, 64 hexadecimal digits; a file with another one is rejected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UploadPictureRequest(
        @NotBlank(message = "fileName and fileType are required") @Size(max = 255) @Schema(example = "me.jpg")
        String fileName,

        @NotBlank(message = "fileName and fileType are required") @Schema(example = "image/jpeg")
        String fileType,

        @Nullable Long fileSize,

        @Nullable String sha256) {}
