package dev.medley.contracts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The queues of {@code deploy/queues.yaml}, which is packed into this library so that a service always routes by the
 * table it was built with.
 *
 * @param queues in file order
 */
public record Queues(List<QueueDefinition> queues) {

    /** Refuses two queues of one name. */
    public Queues {
        queues = List.copyOf(queues);
        Set<String> names = new HashSet<>();
        for (QueueDefinition queue : queues) {
            if (!names.add(queue.name())) {
                throw new IllegalArgumentException("queue " + queue.name() + " is defined twice");
            }
        }
    }

    /** Reads the packed file; unknown keys in it are an error. */
    public static Queues load() {
        return PackedDefinitions.load("/medley/queues.yaml", Queues.class);
    }

    /** The queues that a service reads. */
    public List<QueueDefinition> consumedBy(String service) {
        return queues.stream().filter(queue -> queue.consumer().equals(service)).toList();
    }

    /** The queues that an event is sent to; empty when nobody subscribes yet. */
    public List<QueueDefinition> subscribedTo(String eventType) {
        return queues.stream()
                .filter(queue -> queue.subscriptions().contains(eventType))
                .toList();
    }
}
