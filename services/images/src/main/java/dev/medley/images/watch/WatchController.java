package dev.medley.images.watch;

import dev.medley.web.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Tag(name = "Images")
class WatchController {

    private final ImageStreams streams;

    WatchController(ImageStreams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/images/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Follow one of your images as it changes",
            description = "Server-sent events: `image` holds what `GET /images/{id}` answers, at once and after each"
                    + " change; the stream ends after a state in which nothing changes by itself, after `deleted`, or"
                    + " after `expired`, when the access token has ended. Comments keep the connection alive.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string", example = "event: image")))
    SseEmitter watch(CurrentUser user, JwtAuthenticationToken authentication, @PathVariable UUID id) {
        Jwt token = authentication.getToken();
        Instant expiresAt = Objects.requireNonNull(token.getExpiresAt(), "an accepted token expires");
        Instant issuedAt = Objects.requireNonNullElse(token.getIssuedAt(), Instant.EPOCH);
        return streams.open(new Watcher(user.sub(), issuedAt, expiresAt), id);
    }
}
