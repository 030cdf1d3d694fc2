package dev.medley.images.upload;

import dev.medley.web.idempotency.Idempotent;
import dev.medley.web.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Upload")
class UploadController {

    private final UploadDesk desk;

    UploadController(UploadDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/upload")
    @Idempotent
    @Operation(
            summary = "Announce a picture and get a link to upload it to",
            description = "JPEG, PNG or GIF up to 10 MB. Send the file with one PUT to `uploadUrl` with exactly the"
                    + " returned headers; then follow `GET /images/{imageId}`.")
    ResponseEntity<UploadTicket> announce(CurrentUser user, @Valid @RequestBody CreateUploadRequest request) {
        return ResponseEntity.ok(desk.announce(user.sub(), request));
    }
}
