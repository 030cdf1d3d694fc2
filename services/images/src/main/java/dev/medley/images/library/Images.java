package dev.medley.images.library;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All images. */
public interface Images extends Repository<Image, UUID> {

    /** Adds or updates. */
    Image save(Image image);

    /** Takes the row for this transaction, so that deliveries of one upload follow each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Image> findByUploadKey(String uploadKey);

    /** One image of a user with its renditions; another user's is as good as absent. */
    @EntityGraph(attributePaths = "renditions")
    Optional<Image> findByIdAndOwnerId(UUID id, String ownerId);

    /** The same, with the row taken for this transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("FROM Image i WHERE i.id = :id AND i.ownerId = :ownerId")
    Optional<Image> findForChange(UUID id, String ownerId);

    /** The first page of a user's images in some states, newest first. */
    @Query("""
            FROM Image i WHERE i.ownerId = :ownerId AND i.status IN :states
            ORDER BY i.createdAt DESC, i.id DESC""")
    List<Image> newest(String ownerId, Collection<ImageStatus> states, Limit limit);

    /** The page after the image that was created at {@code createdAt} with {@code id}. */
    @Query("""
            FROM Image i
            WHERE i.ownerId = :ownerId AND i.status IN :states AND (i.createdAt, i.id) < (:createdAt, :id)
            ORDER BY i.createdAt DESC, i.id DESC""")
    List<Image> before(String ownerId, Collection<ImageStatus> states, Instant createdAt, UUID id, Limit limit);
}
