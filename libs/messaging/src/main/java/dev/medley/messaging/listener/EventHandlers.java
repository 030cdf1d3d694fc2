package dev.medley.messaging.listener;

import dev.medley.contracts.EventType;
import dev.medley.contracts.QueueDefinition;
import dev.medley.messaging.EventHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The handlers of this service, held against what its queues deliver. */
final class EventHandlers {

    private final Map<String, Registration<?>> byType;

    /**
     * One handler.
     *
     * @param consumer its bean name
     * @param handler the bean
     */
    record Registration<T>(String consumer, EventHandler<T> handler) {}

    private EventHandlers(Map<String, Registration<?>> byType) {
        this.byType = byType;
    }

    /**
     * Checks that handlers and subscriptions match.
     *
     * @param beans handlers by bean name
     * @param queues what this service reads
     * @throws IllegalStateException when an event type has no handler or several, or a handler would never be called
     */
    static EventHandlers of(Map<String, EventHandler<?>> beans, List<QueueDefinition> queues) {
        Map<String, Registration<?>> byType = new HashMap<>();
        beans.forEach((name, handler) -> {
            Registration<?> other = byType.put(typeOf(name, handler), new Registration<>(name, handler));
            if (other != null) {
                throw new IllegalStateException("%s and %s both handle %s; one handler may call two components"
                        .formatted(other.consumer(), name, typeOf(name, handler)));
            }
        });
        Set<String> delivered =
                queues.stream().flatMap(queue -> queue.subscriptions().stream()).collect(Collectors.toSet());
        for (String type : delivered) {
            if (!byType.containsKey(type)) {
                throw new IllegalStateException(
                        "queues.yaml subscribes this service to %s, but no EventHandler bean handles it"
                                .formatted(type));
            }
        }
        byType.forEach((type, registration) -> {
            if (!delivered.contains(type)) {
                throw new IllegalStateException("%s handles %s, but queues.yaml does not subscribe this service to it"
                        .formatted(registration.consumer(), type));
            }
        });
        return new EventHandlers(byType);
    }

    /** The handler of an event type, if there is one. */
    Optional<Registration<?>> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    private static String typeOf(String name, EventHandler<?> handler) {
        EventType type = handler.eventType().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException("%s handles %s, which is not annotated with @EventType"
                    .formatted(name, handler.eventType().getName()));
        }
        return type.value();
    }
}
