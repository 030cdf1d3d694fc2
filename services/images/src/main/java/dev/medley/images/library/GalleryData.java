package dev.medley.images.library;

import dev.medley.accounts.personaldata.PersonalData;
import dev.medley.storage.ObjectStore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A user's gallery: its rows and the objects they tell of. */
@Component("gallery")
class GalleryData implements PersonalData {

    private static final String FOLDER = "%s/%s/";

    private final JdbcClient jdbc;
    private final Galleries galleries;
    private final ObjectStore objects;

    GalleryData(JdbcClient jdbc, Galleries galleries, ObjectStore objects) {
        this.jdbc = jdbc;
        this.galleries = galleries;
        this.objects = objects;
    }

    @Override
    public @Nullable Object export(String userId) {
        GalleryStatistics statistics = galleries.statistics(userId);
        if (statistics.memberSince() == null && statistics.totalImages() == 0) {
            return null;
        }
        return new Export(statistics.memberSince(), images(userId));
    }

    private List<ExportedImage> images(String userId) {
        return jdbc.sql("""
                        SELECT id, file_name, status, reason, width, height, bytes, created_at,
                               ARRAY(SELECT name FROM rendition WHERE image_id = image.id ORDER BY position) AS renditions
                        FROM image
                        WHERE owner_id = :userId
                        ORDER BY created_at, id
                        """)
                .param("userId", userId)
                .query((row, _) -> new ExportedImage(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getString("status"),
                        row.getString("reason"),
                        row.getObject("width", Integer.class),
                        row.getObject("height", Integer.class),
                        row.getObject("bytes", Long.class),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        List.of((String[]) row.getArray("renditions").getArray())))
                .list();
    }

    @Override
    public void erase(String userId) {
        jdbc.sql("DELETE FROM image WHERE owner_id = :userId")
                .param("userId", userId)
                .update();
        jdbc.sql("DELETE FROM image_removal WHERE owner_id = :userId")
                .param("userId", userId)
                .update();
        jdbc.sql("DELETE FROM gallery WHERE user_id = :userId")
                .param("userId", userId)
                .update();
    }

    /**
     * By the user's folders. A worker that is still at one of the images finds its row gone and removes what it wrote
     * meanwhile.
     */
    @Override
    public void eraseObjects(String userId) {
        objects.deleteAll(ImageKeys.UPLOADS, FOLDER.formatted(ImageKeys.UPLOADS, userId));
        objects.deleteAll(StoredRendition.BUCKET, FOLDER.formatted(StoredRendition.BUCKET, userId));
    }

    private record Export(@Nullable Instant memberSince, List<ExportedImage> images) {}

    private record ExportedImage(
            UUID id,
            String fileName,
            String status,
            @Nullable String reason,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Long bytes,
            Instant createdAt,
            List<String> renditions) {}
}
