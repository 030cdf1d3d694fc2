package dev.medley.messaging.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message that waits to be sent.
 *
 * @param id grows in publishing order per queue and key
 * @param envelopeId identity of the event, the same on every queue it goes to
 * @param queue name without environment prefix
 * @param key the subject
 * @param body the envelope as JSON
 * @param traceparent trace of the change
 * @param attempts failures so far
 * @param refusals those of them in which the queue refused this very message
 */
record OutboxRow(
        long id,
        UUID envelopeId,
        String queue,
        String key,
        String body,
        @Nullable String traceparent,
        int attempts,
        int refusals) {}
