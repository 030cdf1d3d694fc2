package dev.medley.images.library;

import dev.medley.contracts.ImageDeleted;
import dev.medley.messaging.outbox.Outbox;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes images for good. */
@Component
public class ImageRemoval {

    private static final Logger log = LoggerFactory.getLogger(ImageRemoval.class);

    private static final int BATCH = 50;

    /** Younger ones are most likely still in the hands of the request. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final ObjectStore objects;
    private final Outbox outbox;
    private final InstantSource clock;
    private final TransactionOperations transaction;

    ImageRemoval(
            JdbcClient jdbc,
            ObjectStore objects,
            Outbox outbox,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.objects = objects;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Removes an image of a user with its original and its renditions. Row first, as when an account is erased: a worker
     * that is at the image finds the row gone and removes what it wrote meanwhile. The same statement notes the removal, so
     * that {@link #purge()} removes objects that this request leaves, because it dies or the object store refuses.
     *
     * @throws ProblemException not found, also for another user's
     */
    void remove(UUID id, String ownerId) {
        removeObjects(transaction.execute(_ -> removeRow(id, ownerId)));
    }

    private String removeRow(UUID id, String ownerId) {
        Instant now = clock.instant();
        String uploadKey = jdbc.sql("""
                        WITH gone AS (DELETE FROM image WHERE id = :id AND owner_id = :ownerId
                                      RETURNING upload_key, owner_id)
                        INSERT INTO image_removal (upload_key, owner_id, removed_at)
                        SELECT upload_key, owner_id, :now FROM gone
                        RETURNING upload_key
                        """)
                .param("id", id)
                .param("ownerId", ownerId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND, "Image not found"));
        outbox.publish(id.toString(), new ImageDeleted(id.toString(), ownerId, now));
        return uploadKey;
    }

    /** Removes what requests have left; an object store that refuses is asked again the next time. */
    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    public void purge() {
        jdbc.sql("SELECT upload_key FROM image_removal WHERE removed_at < :until ORDER BY removed_at LIMIT :batch")
                .param("until", clock.instant().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .param("batch", BATCH)
                .query(String.class)
                .list()
                .forEach(this::removeObjects);
    }

    private void removeObjects(String uploadKey) {
        try {
            objects.delete(new ObjectReference(ImageKeys.UPLOADS, uploadKey));
            ImageKeys.renditionFolder(uploadKey).ifPresent(folder -> objects.deleteAll(StoredRendition.BUCKET, folder));
        } catch (RuntimeException e) {
            log.warn("objects of a removed image are left for later", e);
            return;
        }
        jdbc.sql("DELETE FROM image_removal WHERE upload_key = :uploadKey")
                .param("uploadKey", uploadKey)
                .update();
    }
}
