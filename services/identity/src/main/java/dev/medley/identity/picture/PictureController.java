package dev.medley.identity.picture;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

@RestController
@Tag(name = "Users")
class PictureController {

    private static final Duration OUTAGE_RETRY = Duration.ofSeconds(5);

    private final ImagesApi images;
    private final Pictures pictures;

    PictureController(ImagesApi images, Pictures pictures) {
        this.images = images;
        this.pictures = pictures;
    }

    @PutMapping("/users/me/picture")
    @Operation(
            summary = "Announce a new picture and get a link to upload it to",
            description = "Send the file with one PUT to `uploadUrl` with exactly the returned headers. It becomes your"
                    + " picture once it is processed; a rejected file leaves the picture that you have.")
    PictureUpload announcePicture(JwtAuthenticationToken session, @Valid @RequestBody UploadPictureRequest request) {
        try {
            PictureUpload upload =
                    images.announce("Bearer " + session.getToken().getTokenValue(), request);
            pictures.announce(session.getName(), upload.imageId().toString());
            return upload;
        } catch (ResourceAccessException | HttpServerErrorException e) {
            throw ProblemException.of(
                            ProblemCode.SERVICE_UNAVAILABLE, "Pictures cannot be uploaded right now. Please try again.")
                    .retryAfter(OUTAGE_RETRY)
                    .causedBy(e);
        }
    }

    @DeleteMapping("/users/me/picture")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Go without a picture", description = "The image stays in your gallery.")
    void removePicture(JwtAuthenticationToken session) {
        pictures.remove(session.getName());
    }

    /** What the images service says of the request is the answer. */
    @ExceptionHandler
    ResponseEntity<byte[]> refused(HttpClientErrorException refusal) {
        return ResponseEntity.status(refusal.getStatusCode())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(refusal.getResponseBodyAsByteArray());
    }
}
