package dev.medley.messaging.listener;

import dev.medley.messaging.inbox.Inbox;
import io.awspring.cloud.sqs.config.Endpoint;
import io.awspring.cloud.sqs.listener.MessageListenerContainer;
import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one event queue.
 *
 * @param physicalName the queue's name with environment prefix
 */
record EventQueueEndpoint(String physicalName, EventReader reader, EventHandlers handlers, Inbox inbox)
        implements Endpoint {

    @Override
    public Collection<String> getLogicalNames() {
        return List.of(physicalName);
    }

    @Override
    public @Nullable String getListenerContainerFactoryName() {
        return null;
    }

    @Override
    public String getId() {
        return "events-" + physicalName;
    }

    /**
     * Receives one message per request. A batch may hold several messages of one subject, and when the first fails the
     * others are only counted as received: after a few rounds they would be dead letters that nobody ever handled. Deletes
     * a message at once, as the next of its subject is kept back until then.
     */
    @Override
    public <T> void setupContainer(MessageListenerContainer<T> container) {
        container.setMessageListener(new EventDispatcher<T>(reader, handlers, inbox));
        if (container instanceof SqsMessageListenerContainer<T> sqs) {
            sqs.configure(options -> options.maxMessagesPerPoll(1)
                    .acknowledgementInterval(Duration.ZERO)
                    .acknowledgementThreshold(0));
        }
    }
}
