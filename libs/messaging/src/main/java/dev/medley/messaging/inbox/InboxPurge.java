package dev.medley.messaging.inbox;

import dev.medley.messaging.MessagingProperties;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets messages that were handled so long ago that no queue can deliver them again. */
final class InboxPurge implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InboxPurge.class);

    /** Few enough that the row locks of one statement are short. */
    static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final MessagingProperties.Inbox settings;

    private @Nullable ScheduledExecutorService scheduler;

    InboxPurge(JdbcClient jdbc, InstantSource clock, MessagingProperties.Inbox settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (scheduler == null) {
            scheduler = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("inbox-purge").factory());
            long interval = settings.purgeInterval().toMillis();
            // Instances that start together do not purge together.
            long firstDelay = ThreadLocalRandom.current().nextLong(interval);
            ScheduledFuture<?> _ =
                    scheduler.scheduleWithFixedDelay(this::purgeOrLog, firstDelay, interval, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.close();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    /** Removes what is older than the retention, a batch at a time; answers how much that was. */
    long purge() {
        long total = 0;
        int removed;
        do {
            removed = removeBatch();
            total += removed;
        } while (removed == BATCH);
        return total;
    }

    /** An exception would end the schedule for good. */
    private void purgeOrLog() {
        try {
            log.debug("{} handled messages forgotten", purge());
        } catch (RuntimeException e) {
            log.warn("The inbox could not be purged; trying again in {}", settings.purgeInterval(), e);
        }
    }

    private int removeBatch() {
        return jdbc.sql("""
                        DELETE FROM inbox
                        WHERE ctid = ANY (ARRAY(SELECT ctid
                                                FROM inbox
                                                WHERE processed_at < :limit
                                                LIMIT :batch
                                                FOR UPDATE SKIP LOCKED))
                        """)
                .param("limit", clock.instant().minus(settings.retention()).atOffset(ZoneOffset.UTC))
                .param("batch", BATCH)
                .update();
    }
}
