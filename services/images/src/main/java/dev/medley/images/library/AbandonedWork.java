package dev.medley.images.library;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends images and orders that no worker comes back to, because their message was lost or set aside by the queue itself:
 * they would be in work for ever to those who watch them. They fail, which is no end: a message that still comes, or that an
 * operator puts back, starts them anew.
 */
@Component
public class AbandonedWork {

    private static final Logger log = LoggerFactory.getLogger(AbandonedWork.class);

    /** Longer than a message takes through all its deliveries, each postponed by a visibility timeout and a lease. */
    private static final Duration SILENCE = Duration.ofHours(1);

    /** The longest that SQS keeps a message: an order that nobody ever took may wait that long for its turn. */
    private static final Duration RETENTION = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    AbandonedWork(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Ends what has been silent for too long. */
    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void purge() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int images = failImages(now);
        int orders = failOrders(now);
        if (images + orders > 0) {
            log.warn(
                    "{} images and {} ordered renditions were in work and no worker came back to them", images, orders);
        }
    }

    /** One that was given back has no lease; it was changed then. */
    private int failImages(OffsetDateTime now) {
        return jdbc.sql("""
                        UPDATE image
                        SET status = 'FAILED', reason = :reason, detail = :detail, lease_until = NULL,
                            updated_at = :now, version = version + 1
                        WHERE status IN ('VALIDATING', 'RENDERING') AND coalesce(lease_until, updated_at) < :until
                        """)
                .param("reason", Image.PROCESSING_FAILED)
                .param("detail", Image.FAILURE_DETAIL)
                .param("now", now)
                .param("until", now.minus(SILENCE))
                .update();
    }

    /** The images first, as everybody takes them who takes both. */
    private int failOrders(OffsetDateTime now) {
        List<UUID> abandoned = jdbc.sql("""
                        SELECT o.id FROM rendition_order o JOIN image i ON i.id = o.image_id
                        WHERE o.status <> 'FAILED'
                          AND (o.lease_until < :until OR o.lease_until IS NULL AND o.created_at < :lost)
                        ORDER BY i.id, o.id
                        FOR UPDATE OF i SKIP LOCKED
                        """)
                .param("until", now.minus(SILENCE))
                .param("lost", now.minus(RETENTION))
                .query(UUID.class)
                .list();
        if (abandoned.isEmpty()) {
            return 0;
        }
        jdbc.sql("""
                        WITH failed AS (
                            UPDATE rendition_order
                            SET status = 'FAILED', reason = :reason, lease_until = NULL
                            WHERE id IN (:ids)
                            RETURNING image_id)
                        UPDATE image SET version = version + 1 WHERE id IN (SELECT image_id FROM failed)
                        """)
                .param("reason", Image.PROCESSING_FAILED)
                .param("ids", abandoned)
                .update();
        return abandoned.size();
    }
}
