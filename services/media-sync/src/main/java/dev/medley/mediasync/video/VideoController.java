package dev.medley.mediasync.video;

import dev.medley.mediasync.provider.MediaProviders;
import dev.medley.web.paging.Page;
import dev.medley.web.paging.PageLimit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/sync/videos")
@Tag(name = "Videos")
class VideoController {

    private final VideoLibrary library;
    private final MediaProviders providers;

    VideoController(VideoLibrary library, MediaProviders providers) {
        this.library = library;
        this.providers = providers;
    }

    @GetMapping
    @Operation(summary = "List tracked media, newest first", description = "For operators.")
    Page<VideoResponse> listVideos(
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable VideoStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Page<VideoResponse> page = library.list(provider, status, cursor, PageLimit.of(limit));
        if (provider != null && page.items().isEmpty()) {
            // One that is not configured any more may have left some.
            providers.get(provider);
        }
        return page;
    }

    @GetMapping("/{id}")
    @Operation(summary = "Follow one media file", description = "For operators.")
    VideoResponse findVideo(@PathVariable UUID id) {
        return library.find(id);
    }

    @PostMapping("/{id}/retry")
    @Operation(
            summary = "Try a failed media file again",
            description = "For operators. Runs do that on their own; this does not wait for the next.")
    @ApiResponse(responseCode = "202", description = "To be tried again")
    ResponseEntity<VideoResponse> retryVideo(@PathVariable UUID id) {
        return ResponseEntity.accepted().body(library.retry(id));
    }
}
