package dev.medley.images.library;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what the pipeline does with an image that it has read before. One statement a step instead of the select, the
 * comparison and the update by which JPA takes a detached entity back, several times for each image.
 */
@Component
public class ImageTable {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ImageTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Writes an image as it stands now, as the next version.
     *
     * @throws OptimisticLockingFailureException when it was changed or deleted since it was read
     */
    public void update(Image image) {
        Steps steps = image.steps();
        int written = jdbc.sql("""
                        UPDATE image
                        SET status = :status, reason = :reason, detail = :detail,
                            width = :width, height = :height, bytes = :bytes, object_etag = :eTag,
                            lease_until = :leaseUntil, updated_at = :updatedAt, version = version + 1,
                            validation_started_at = :validationStartedAt,
                            validation_finished_at = :validationFinishedAt,
                            scan_outcome = :scanOutcome,
                            scan_started_at = :scanStartedAt, scan_finished_at = :scanFinishedAt,
                            rendering_started_at = :renderingStartedAt, rendering_finished_at = :renderingFinishedAt
                        WHERE id = :id AND version = :version
                        """)
                .param("status", image.status().name())
                .param("reason", image.reason())
                .param("detail", image.detail())
                .param("width", image.width())
                .param("height", image.height())
                .param("bytes", image.bytes())
                .param("eTag", image.objectEtag())
                .param("leaseUntil", utc(image.leaseUntil()))
                .param("updatedAt", utc(image.updatedAt()))
                .param("validationStartedAt", utc(steps.validationStartedAt()))
                .param("validationFinishedAt", utc(steps.validationFinishedAt()))
                .param(
                        "scanOutcome",
                        steps.scanOutcome() == null ? null : steps.scanOutcome().name())
                .param("scanStartedAt", utc(steps.scanStartedAt()))
                .param("scanFinishedAt", utc(steps.scanFinishedAt()))
                .param("renderingStartedAt", utc(steps.renderingStartedAt()))
                .param("renderingFinishedAt", utc(steps.renderingFinishedAt()))
                .param("id", image.id())
                .param("version", image.version())
                .update();
        if (written == 0) {
            throw new OptimisticLockingFailureException("image " + image.id() + " was changed by somebody else");
        }
    }

    /** Writes the receipts of an image's renditions in place of those that it had. */
    public void replaceRenditions(UUID imageId, List<StoredRendition> renditions) {
        jdbc.sql("DELETE FROM rendition WHERE image_id = :id")
                .param("id", imageId)
                .update();
        List<Object[]> rows = IntStream.range(0, renditions.size())
                .mapToObj(position -> row(imageId, position, renditions.get(position)))
                .toList();
        batches.batchUpdate("""
                        INSERT INTO rendition (image_id, position, name, object_key, content_type, width, height, bytes,
                                               sha256, watermarked, engine)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, rows);
    }

    private static Object[] row(UUID imageId, int position, StoredRendition made) {
        return new Object[] {
            imageId,
            position,
            made.name(),
            made.objectKey(),
            made.contentType(),
            made.width(),
            made.height(),
            made.bytes(),
            made.sha256(),
            made.watermarked(),
            made.engine()
        };
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
