package dev.medley.messaging.outbox;

import dev.medley.contracts.Envelope;
import dev.medley.contracts.EventType;
import dev.medley.contracts.QueueDefinition;
import dev.medley.messaging.EventFormat;
import dev.medley.messaging.QueueDirectory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Publishes events together with the change they tell of: either both are committed or neither. A relay sends them to
 * the queues that subscribe, at least once and in order per subject.
 */
public final class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    /** What SQS accepts as a message group id. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7E]{1,128}");

    private final OutboxTable table;
    private final QueueDirectory queues;
    private final EventFormat format;
    private final CurrentTrace trace;
    private final OutboxSignal signal;
    private final InstantSource clock;
    private final String source;

    Outbox(
            OutboxTable table,
            QueueDirectory queues,
            EventFormat format,
            CurrentTrace trace,
            OutboxSignal signal,
            InstantSource clock,
            String source) {
        this.table = table;
        this.queues = queues;
        this.format = format;
        this.trace = trace;
        this.signal = signal;
        this.clock = clock;
        this.source = source;
    }

    /**
     * Publishes an event when the caller's transaction commits. Until then other transactions that publish about the
     * same subject wait, so that events of one subject are sent in the order of their commits. A transaction that
     * publishes about several subjects does so in a fixed order of subjects, or two of them may deadlock; PostgreSQL then
     * rolls one back.
     *
     * @param subject the aggregate it is about and its ordering key: 1 to 128 printable ASCII characters, no spaces
     * @param event a record annotated with {@link EventType}
     * @throws IllegalTransactionStateException outside a transaction
     * @throws IllegalArgumentException when the subject or the event is not as described
     */
    public void publish(String subject, Object event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException(
                    "An event is published inside the transaction of the change it tells of; there is none.");
        }
        if (!SUBJECT.matcher(subject).matches()) {
            throw new IllegalArgumentException(
                    "A subject is 1 to 128 printable ASCII characters without spaces; this one is not: " + subject);
        }
        String type = typeOf(event);
        List<QueueDefinition> subscribers = queues.subscribedTo(type);
        if (subscribers.isEmpty()) {
            log.debug("nobody subscribes to {}", type);
            return;
        }
        store(subject, event, type, subscribers);
        wakeRelayAfterCommit();
    }

    private void store(String subject, Object event, String type, List<QueueDefinition> subscribers) {
        table.takeTurn(source, subject);
        Instant now = clock.instant();
        String traceparent = trace.traceparent();
        Envelope<Object> envelope =
                new Envelope<>(TimeOrderedUuid.at(now), type, source, now, subject, event, traceparent);
        String body = format.write(envelope);
        for (QueueDefinition queue : subscribers) {
            table.insert(new OutboxTable.NewRow(envelope.id(), type, queue.name(), subject, body, traceparent, now));
        }
    }

    private void wakeRelayAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.raise();
            }
        });
    }

    private static String typeOf(Object event) {
        EventType type = event.getClass().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(
                    event.getClass().getName() + " is not annotated with @EventType, so no queue can subscribe to it");
        }
        return type.value();
    }
}
