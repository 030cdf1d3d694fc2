package dev.medley.images.library;

import dev.medley.web.paging.Page;
import dev.medley.web.paging.PageLimit;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import dev.medley.web.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Images")
class ImageController {

    private final ImageLibrary library;

    private final ImageRemoval removal;

    ImageController(ImageLibrary library, ImageRemoval removal) {
        this.library = library;
        this.removal = removal;
    }

    @GetMapping("/images")
    @Operation(
            summary = "List your images, newest first",
            description = "`status` may be given several times; a cursor belongs to the states it was made for.")
    Page<ImageResponse> list(
            CurrentUser user,
            @RequestParam(required = false) @Nullable Set<ImageStatus> status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return library.list(user.sub(), status == null ? Set.of() : named(status), cursor, PageLimit.of(limit));
    }

    /** Spring makes {@code null} of an empty value, as in {@code status=PROCESSED,}. */
    private static Set<ImageStatus> named(Set<ImageStatus> status) {
        return status.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }

    @GetMapping("/images/{id}")
    @Operation(summary = "Follow one of your images", description = "Links in the answer work without a token.")
    ImageResponse find(CurrentUser user, @PathVariable UUID id) {
        return library.find(id, user.sub());
    }

    @DeleteMapping("/images/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete one of your images with everything that was made of it")
    void delete(CurrentUser user, @PathVariable UUID id) {
        removal.remove(id, user.sub());
    }

    @GetMapping("/images/statistics")
    @Operation(summary = "Count your images")
    GalleryStatistics statistics(CurrentUser user) {
        return library.statistics(user.sub());
    }

    @GetMapping("/image")
    @Operation(
            summary = "Get the watermarked picture",
            description = "The largest watermarked rendition. `extension` is accepted and ignored: the answer names the"
                    + " rendition's own.")
    ProcessedImageResponse processed(
            CurrentUser user,
            @RequestParam(name = "image_id", required = false) @Nullable UUID imageId,
            @RequestParam(required = false) @Nullable String extension) {
        if (imageId == null) {
            throw ProblemException.of(ProblemCode.INVALID_REQUEST, "image_id parameter is required");
        }
        return library.largest(imageId, user.sub());
    }
}
