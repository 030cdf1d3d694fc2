package dev.medley.messaging;

import dev.medley.contracts.Envelope;

/**
 * Consumes one type of event. Declared as a bean; a service needs exactly one for every type that
 * {@code deploy/queues.yaml} subscribes it to, or it does not start.
 *
 * <p>The bean name is the consumer under which the inbox remembers events as handled, so renaming a bean makes it handle
 * once more whatever is still delivered again.
 *
 * @param <T> the event record
 */
public interface EventHandler<T> {

    /** The event record, annotated with {@link dev.medley.contracts.EventType}. */
    Class<T> eventType();

    /**
     * Applies the event inside a transaction that also marks it as handled: together they happen once, however often
     * the event is delivered. What it does outside the database may happen again. Where {@link #isTransactional()} is
     * false there is neither transaction nor mark, and all of it may happen again.
     *
     * @throws NonRetryableMessageException to send the message to the dead-letter queue at once; any other exception
     *     rolls back and has the message delivered again after a pause
     */
    void handle(Envelope<T> event);

    /**
     * Whether the event is applied inside a transaction. A handler that works for seconds answers no, so that it holds no
     * connection meanwhile: it opens transactions for its steps and makes repetition harmless itself.
     */
    default boolean isTransactional() {
        return true;
    }
}
