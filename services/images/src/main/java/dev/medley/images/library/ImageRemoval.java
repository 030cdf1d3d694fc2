package dev.medley.images.library;

import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes images for good. */
@Component
class ImageRemoval {

    private final JdbcClient jdbc;
    private final ObjectStore objects;

    ImageRemoval(JdbcClient jdbc, ObjectStore objects) {
        this.jdbc = jdbc;
        this.objects = objects;
    }

    /**
     * Removes an image of a user with its original and its renditions. Row first, as when an account is erased: a worker
     * that is at the image waits for this transaction, finds the row gone and removes what it wrote meanwhile. When the
     * object store refuses, the row stays and the request can be repeated.
     */
    @Transactional
    public void remove(UUID id, String ownerId) {
        String uploadKey = jdbc.sql("DELETE FROM image WHERE id = :id AND owner_id = :ownerId RETURNING upload_key")
                .param("id", id)
                .param("ownerId", ownerId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND, "Image not found"));
        objects.delete(new ObjectReference(ImageKeys.UPLOADS, uploadKey));
        ImageKeys.renditionFolder(uploadKey).ifPresent(folder -> objects.deleteAll(StoredRendition.BUCKET, folder));
    }
}
