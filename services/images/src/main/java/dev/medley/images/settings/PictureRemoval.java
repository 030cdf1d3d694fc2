package dev.medley.images.settings;

import dev.medley.images.settings.StoredSettings.StoredPicture;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes pictures of watermarks that their owner took back. Settings first: the transaction that changes them notes the
 * removal, and the object goes after its commit, by the request or, where that died or the object store refused, by
 * {@link #purge()}. A picture that is the owner's again by then stays, as does one that an image is rendered with.
 */
@Component
public class PictureRemoval {

    private static final Logger log = LoggerFactory.getLogger(PictureRemoval.class);

    private static final int BATCH = 50;

    /** Younger ones are most likely still in the hands of the request. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final SettingsTable table;
    private final WatermarkPictures pictures;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    PictureRemoval(
            JdbcClient jdbc,
            SettingsTable table,
            WatermarkPictures pictures,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.pictures = pictures;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Removal(String userId, String sha256) {}

    /** Notes a removal, in the transaction that takes the picture out of the settings. */
    void note(String userId, String sha256) {
        jdbc.sql("""
                        INSERT INTO watermark_picture_removal (user_id, sha256, removed_at)
                        VALUES (:userId, :sha256, :now)
                        ON CONFLICT (user_id, sha256) DO UPDATE SET removed_at = excluded.removed_at
                        """)
                .param("userId", userId)
                .param("sha256", sha256)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Drops a user's notes: all of the user's pictures go. */
    void forget(String userId) {
        jdbc.sql("DELETE FROM watermark_picture_removal WHERE user_id = :userId")
                .param("userId", userId)
                .update();
    }

    /** Removes what is noted of a user, after that transaction. */
    void removeNoted(String userId) {
        removeAll(jdbc.sql("SELECT user_id, sha256 FROM watermark_picture_removal WHERE user_id = :userId")
                .param("userId", userId)
                .query(Removal.class)
                .list());
    }

    /** Removes what requests have left; an object store that refuses is asked again the next time. */
    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    public void purge() {
        removeAll(jdbc.sql("""
                        SELECT user_id, sha256 FROM watermark_picture_removal
                        WHERE removed_at < :until ORDER BY removed_at LIMIT :batch
                        """)
                .param("until", clock.instant().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .param("batch", BATCH)
                .query(Removal.class)
                .list());
    }

    private void removeAll(List<Removal> noted) {
        for (Removal removal : noted) {
            try {
                transaction.executeWithoutResult(_ -> remove(removal));
            } catch (RuntimeException e) {
                log.warn("a removed watermark picture is left for later", e);
                putOff(removal);
            }
        }
    }

    /** Behind the others, so that it does not keep them from their turn. */
    private void putOff(Removal removal) {
        jdbc.sql("""
                        UPDATE watermark_picture_removal SET removed_at = :now
                        WHERE user_id = :userId AND sha256 = :sha256
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("userId", removal.userId())
                .param("sha256", removal.sha256())
                .update();
    }

    /** Holds the settings, so that nobody makes the picture their own again or announces an image with it meanwhile. */
    private void remove(Removal removal) {
        StoredPicture current = table.lockStored(removal.userId()).picture();
        boolean noted = jdbc.sql("DELETE FROM watermark_picture_removal WHERE user_id = :userId AND sha256 = :sha256")
                        .param("userId", removal.userId())
                        .param("sha256", removal.sha256())
                        .update()
                == 1;
        boolean isOwn = current != null && current.sha256().equals(removal.sha256());
        if (noted && !isOwn && !table.isUsed(removal.userId(), removal.sha256())) {
            pictures.delete(removal.userId(), removal.sha256());
        }
    }
}
