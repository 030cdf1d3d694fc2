package dev.medley.images.library;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

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

    private final JdbcClient jdbc;
    private final InstantSource clock;

    AbandonedWork(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Ends what has been silent for too long. */
    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
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

    /** Those included that no worker ever took. */
    private int failOrders(OffsetDateTime now) {
        return jdbc.sql("""
                        WITH abandoned AS (
                            UPDATE rendition_order
                            SET status = 'FAILED', reason = :reason, lease_until = NULL
                            WHERE status <> 'FAILED' AND coalesce(lease_until, created_at) < :until
                            RETURNING image_id)
                        UPDATE image SET version = version + 1 WHERE id IN (SELECT image_id FROM abandoned)
                        """)
                .param("reason", Image.PROCESSING_FAILED)
                .param("until", now.minus(SILENCE))
                .update();
    }
}
