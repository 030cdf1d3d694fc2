package dev.medley.messaging.listener;

import dev.medley.contracts.Envelope;
import dev.medley.messaging.NonRetryableMessageException;
import dev.medley.messaging.inbox.Inbox;
import io.awspring.cloud.sqs.listener.MessageListener;
import org.springframework.messaging.Message;
import tools.jackson.databind.JsonNode;

/**
 * Hands each event to its handler, once: inbox mark and effect are one transaction. A handler that wants no transaction
 * gets each delivery.
 *
 * @param <M> payload type of the container; the payload is the body as text whatever it says
 */
final class EventDispatcher<M> implements MessageListener<M> {

    private final EventReader reader;
    private final EventHandlers handlers;
    private final Inbox inbox;

    EventDispatcher(EventReader reader, EventHandlers handlers, Inbox inbox) {
        this.reader = reader;
        this.handlers = handlers;
        this.inbox = inbox;
    }

    @Override
    public void onMessage(Message<M> message) {
        JsonNode json = reader.parse(message.getPayload().toString());
        String type = json.path("type").asString();
        EventHandlers.Registration<?> registration = handlers.find(type)
                .orElseThrow(() -> new NonRetryableMessageException(
                        "unknown-event-type", "This service has no handler for " + type + "."));
        dispatch(json, registration);
    }

    private <T> void dispatch(JsonNode json, EventHandlers.Registration<T> registration) {
        Envelope<T> event = reader.read(json, registration.handler().eventType());
        if (registration.handler().isTransactional()) {
            inbox.once(
                    registration.consumer(),
                    event.id().toString(),
                    () -> registration.handler().handle(event));
        } else {
            registration.handler().handle(event);
        }
    }
}
