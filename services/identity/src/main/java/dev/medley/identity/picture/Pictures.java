package dev.medley.identity.picture;

import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The users' pictures and those on their way. */
@Component
public class Pictures {

    private static final String BUCKET = "renditions";
    private static final Duration LINK_VALIDITY = Duration.ofHours(1);

    /** Of what was announced: its image may lie among the dead letters for 14 days and be redriven. */
    private static final Duration PATIENCE = Duration.ofDays(15);

    private final JdbcClient jdbc;
    private final ObjectStore objects;
    private final InstantSource clock;

    Pictures(JdbcClient jdbc, ObjectStore objects, InstantSource clock) {
        this.jdbc = jdbc;
        this.objects = objects;
        this.clock = clock;
    }

    /** The picture of a user, with a link that works for an hour; empty without one. */
    public Optional<PictureResponse> find(String userId) {
        return jdbc.sql("SELECT image_id, object_key FROM picture WHERE user_id = :userId")
                .param("userId", userId)
                .query((row, _) -> new PictureResponse(
                        row.getString("image_id"),
                        objects.presignDownload(
                                new ObjectReference(BUCKET, row.getString("object_key")), LINK_VALIDITY),
                        LINK_VALIDITY.toSeconds()))
                .optional();
    }

    /** An image is to become the user's picture. */
    void announce(String userId, String imageId) {
        jdbc.sql("INSERT INTO picture_upload (image_id, user_id, requested_at) VALUES (:imageId, :userId, :now)")
                .param("imageId", imageId)
                .param("userId", userId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** An image is ready: if it was to become a picture, it does, unless the user has announced and got a later one. */
    @Transactional
    void take(String imageId, String userId, String objectKey) {
        jdbc.sql("""
                        WITH announced AS (
                            DELETE FROM picture_upload WHERE image_id = :imageId AND user_id = :userId
                            RETURNING user_id, image_id, requested_at)
                        INSERT INTO picture (user_id, image_id, object_key, requested_at)
                        SELECT user_id, image_id, :objectKey, requested_at FROM announced
                        ON CONFLICT (user_id) DO UPDATE
                        SET image_id = excluded.image_id,
                            object_key = excluded.object_key,
                            requested_at = excluded.requested_at
                        WHERE picture.requested_at < excluded.requested_at
                        """)
                .param("imageId", imageId)
                .param("userId", userId)
                .param("objectKey", objectKey)
                .update();
    }

    /** An image was rejected and becomes nobody's picture. */
    void forget(String imageId) {
        jdbc.sql("DELETE FROM picture_upload WHERE image_id = :imageId")
                .param("imageId", imageId)
                .update();
    }

    /** Forgets announcements whose file never came; several instances may do so at once. */
    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void purge() {
        jdbc.sql("DELETE FROM picture_upload WHERE requested_at < :until")
                .param("until", clock.instant().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** An image is no more, and nobody's picture, now or later. */
    @Transactional
    void drop(String imageId) {
        forget(imageId);
        jdbc.sql("DELETE FROM picture WHERE image_id = :imageId")
                .param("imageId", imageId)
                .update();
    }

    /** The user goes without a picture, those on their way included. */
    @Transactional
    public void remove(String userId) {
        jdbc.sql("DELETE FROM picture_upload WHERE user_id = :userId")
                .param("userId", userId)
                .update();
        jdbc.sql("DELETE FROM picture WHERE user_id = :userId")
                .param("userId", userId)
                .update();
    }
}
