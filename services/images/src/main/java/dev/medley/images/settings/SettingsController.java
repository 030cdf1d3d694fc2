package dev.medley.images.settings;

import dev.medley.web.etag.ETags;
import dev.medley.web.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/images/settings")
@Tag(name = "Settings")
class SettingsController {

    private final SettingsDesk desk;

    SettingsController(SettingsDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(
            summary = "Read how your next uploads are rendered",
            description = "What you have not set is as the platform has it.")
    ResponseEntity<SettingsResponse> findSettings(CurrentUser user) {
        return answer(desk.find(user.sub()));
    }

    @PutMapping
    @Operation(
            summary = "Set how your next uploads are rendered",
            description =
                    "Replaces your settings; absent members become the platform's. `If-Match` must hold the `ETag`"
                            + " of the version you changed. Earlier uploads stay as they are.")
    ResponseEntity<SettingsResponse> replaceSettings(
            CurrentUser user,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SettingsRequest request) {
        return answer(desk.replace(user.sub(), ifMatch, request));
    }

    @PutMapping(
            path = "/watermark-picture",
            consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE})
    @Operation(
            summary = "Set the picture of your watermark",
            description = "PNG with its transparency, or JPEG; up to 1 MB and 4 megapixels. It shows once `mark` is"
                    + " `picture`.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.IMAGE_PNG_VALUE,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = MediaType.IMAGE_JPEG_VALUE,
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    ResponseEntity<SettingsResponse> replaceWatermarkPicture(CurrentUser user, @RequestBody byte[] file) {
        return answer(desk.replacePicture(user.sub(), file));
    }

    @DeleteMapping("/watermark-picture")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Remove the picture of your watermark",
            description = "Images that were announced with it keep it. Settings that show it fall back to the text.")
    void deleteWatermarkPicture(CurrentUser user) {
        desk.deletePicture(user.sub());
    }

    private static ResponseEntity<SettingsResponse> answer(SettingsDesk.Versioned found) {
        return ResponseEntity.ok().eTag(ETags.of(found.version())).body(found.settings());
    }
}
