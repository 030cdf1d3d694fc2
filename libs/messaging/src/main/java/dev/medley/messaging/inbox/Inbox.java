package dev.medley.messaging.inbox;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the effect of a message happen once, although the message may be delivered more often. */
public final class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Inbox(JdbcClient jdbc, TransactionTemplate transaction, InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Runs an effect unless this consumer has handled the message before. Mark and effect share one transaction, the
     * caller's if there is one: when the effect fails, the message counts as not handled. A second delivery that
     * arrives meanwhile waits for the first to end.
     *
     * @param consumer who handles it; two consumers of one message do not hide it from each other
     * @param messageKey identity of the message, the same in every delivery: an event's envelope id; for an S3
     *     notification bucket, key and sequencer
     * @param effect what to do; its exceptions come through after the rollback
     * @return whether the effect ran
     */
    public boolean once(String consumer, String messageKey, Runnable effect) {
        return transaction.execute(_ -> {
            boolean isNew = mark(consumer, messageKey);
            if (isNew) {
                effect.run();
            } else {
                log.debug("{} has handled {} before", consumer, messageKey);
            }
            return isNew;
        });
    }

    private boolean mark(String consumer, String messageKey) {
        return jdbc.sql("""
                                INSERT INTO inbox (consumer, message_key, processed_at)
                                VALUES (:consumer, :messageKey, :now)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("consumer", consumer)
                        .param("messageKey", messageKey)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
