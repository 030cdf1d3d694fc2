package dev.medley.images.pipeline;

import dev.medley.images.ImagesProperties;
import dev.medley.images.library.ImageKeys;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends announcements whose file never came. Several instances may do so at once: each changes only what is still overdue. A
 * file that lies there while its notification waits keeps its announcement alive.
 */
@Component
public class AbandonedUploads {

    private static final Logger log = LoggerFactory.getLogger(AbandonedUploads.class);

    /** Few enough that the answers are fresh when they are used, as each costs a question to the object store. */
    private static final int BATCH = 50;

    private final JdbcClient jdbc;
    private final ObjectStore objects;
    private final ImagesProperties properties;
    private final InstantSource clock;

    AbandonedUploads(JdbcClient jdbc, ObjectStore objects, ImagesProperties properties, InstantSource clock) {
        this.jdbc = jdbc;
        this.objects = objects;
        this.properties = properties;
        this.clock = clock;
    }

    private record Candidate(UUID id, String uploadKey) {}

    /** Ends what is overdue, a batch at a time. */
    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    public void purge() {
        int seen;
        do {
            seen = purgeBatch();
        } while (seen == BATCH);
    }

    /** Answers how many were overdue. Asks without a lock or a connection; who takes an image meanwhile keeps it. */
    private int purgeBatch() {
        List<Candidate> overdue = jdbc.sql("""
                        SELECT id, upload_key
                        FROM image
                        WHERE status = 'UPLOADING' AND expires_at < :now
                        ORDER BY expires_at
                        LIMIT :batch
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("batch", BATCH)
                .query(Candidate.class)
                .list();
        Map<Boolean, List<UUID>> byArrival = overdue.stream()
                .collect(Collectors.partitioningBy(
                        this::hasArrived, Collectors.mapping(Candidate::id, Collectors.toList())));
        expire(byArrival.getOrDefault(false, List.of()));
        waitLonger(byArrival.getOrDefault(true, List.of()));
        return overdue.size();
    }

    private boolean hasArrived(Candidate candidate) {
        return objects.find(new ObjectReference(ImageKeys.UPLOADS, candidate.uploadKey()))
                .isPresent();
    }

    private void expire(List<UUID> abandoned) {
        if (!abandoned.isEmpty()) {
            int expired = jdbc.sql("""
                            UPDATE image
                            SET status = 'EXPIRED', reason = 'expired', detail = 'The file was not uploaded in time.',
                                updated_at = :now, version = version + 1
                            WHERE id IN (:ids) AND status = 'UPLOADING' AND expires_at < :now
                            """)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("ids", abandoned)
                    .update();
            log.info("{} announced uploads never came", expired);
        }
    }

    private void waitLonger(List<UUID> arrived) {
        if (!arrived.isEmpty()) {
            jdbc.sql("UPDATE image SET expires_at = :until WHERE id IN (:ids) AND status = 'UPLOADING'")
                    .param(
                            "until",
                            clock.instant().plus(properties.uploadGrace()).atOffset(ZoneOffset.UTC))
                    .param("ids", arrived)
                    .update();
            log.warn("{} uploads lie there and no notification of them has been handled", arrived.size());
        }
    }
}
