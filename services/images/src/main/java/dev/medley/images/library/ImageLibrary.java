package dev.medley.images.library;

import dev.medley.images.ImagesProperties;
import dev.medley.storage.ObjectStore;
import dev.medley.web.paging.CursorCodec;
import dev.medley.web.paging.Cursors;
import dev.medley.web.paging.Page;
import dev.medley.web.paging.PageLimit;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads a user's images, with links to their renditions. Each answer is of one moment: an image, its renditions and its
 * orders are read one after the other, and an order may be made meanwhile.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class ImageLibrary {

    private final Images images;
    private final Galleries galleries;
    private final ObjectStore objects;
    private final CursorCodec cursors;
    private final ImagesProperties properties;

    ImageLibrary(
            Images images, Galleries galleries, ObjectStore objects, CursorCodec cursors, ImagesProperties properties) {
        this.images = images;
        this.galleries = galleries;
        this.objects = objects;
        this.cursors = cursors;
        this.properties = properties;
    }

    /** An image of a user; another user's is as good as absent. */
    public ImageResponse find(UUID id, String ownerId) {
        return toResponse(images.findByIdAndOwnerId(id, ownerId).orElseThrow(ImageLibrary::notFound));
    }

    /** An image of a user with its version; empty when there is none, or none any more. */
    public Optional<VersionedImage> version(UUID id, String ownerId) {
        return images.findByIdAndOwnerId(id, ownerId)
                .map(image -> new VersionedImage(image.version(), image.isSettled(), toResponse(image)));
    }

    Page<ImageResponse> list(String ownerId, Set<ImageStatus> wanted, @Nullable String cursor, PageLimit limit) {
        Set<ImageStatus> states = wanted.isEmpty() ? EnumSet.allOf(ImageStatus.class) : EnumSet.copyOf(wanted);
        Cursors pages = cursors.forListing("images", ownerId, states);
        List<String> position = pages.decode(cursor);
        Limit rows = Limit.of(limit.rowsToRead());
        List<Image> found = position == null
                ? images.newest(ownerId, states, rows)
                : images.before(
                        ownerId, states, Instant.parse(position.get(0)), UUID.fromString(position.get(1)), rows);
        return Page.of(
                        found,
                        limit,
                        image -> pages.encode(
                                List.of(image.createdAt().toString(), image.id().toString())))
                .map(this::toResponse);
    }

    GalleryStatistics statistics(String ownerId) {
        return galleries.statistics(ownerId);
    }

    /** The largest rendition, a watermarked one unless there is none. */
    ProcessedImageResponse largest(UUID id, String ownerId) {
        Image image = images.findByIdAndOwnerId(id, ownerId).orElseThrow(ImageLibrary::notFound);
        StoredRendition largest = image.renditions().stream()
                .filter(StoredRendition::isOfLadder)
                .max(Comparator.comparing(StoredRendition::watermarked).thenComparing(StoredRendition::width))
                .orElseThrow(ImageLibrary::notFound);
        String key = largest.objectKey();
        return new ProcessedImageResponse(
                id,
                ownerId,
                new ProcessedImageResponse.ProcessedImage(
                        key, link(largest), "1 hour", key.substring(key.lastIndexOf('.') + 1)));
    }

    private ImageResponse toResponse(Image image) {
        return new ImageResponse(
                image.id(),
                image.fileName(),
                image.format().contentType(),
                image.status(),
                image.reason(),
                image.detail(),
                image.width(),
                image.height(),
                image.bytes(),
                image.attempts(),
                image.createdAt(),
                image.updatedAt(),
                StepResponse.of(image),
                image.renditions().stream().map(this::toResponse).toList(),
                image.ordered());
    }

    private RenditionResponse toResponse(StoredRendition rendition) {
        return new RenditionResponse(
                rendition.name(),
                rendition.contentType(),
                rendition.width(),
                rendition.height(),
                rendition.bytes(),
                rendition.sha256(),
                rendition.watermarked(),
                link(rendition),
                properties.downloadValidity().toSeconds());
    }

    private URI link(StoredRendition rendition) {
        return objects.presignDownload(rendition.object(), properties.downloadValidity());
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemCode.NOT_FOUND, "Image not found");
    }
}
