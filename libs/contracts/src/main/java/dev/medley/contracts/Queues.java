package dev.medley.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The queues of {@code deploy/queues.yaml}, which is packed into this library so that a service always routes by the
 * table it was built with.
 *
 * @param queues in file order
 */
public record Queues(List<QueueDefinition> queues) {

    private static final String RESOURCE = "/medley/queues.yaml";

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
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream in = Queues.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return mapper.readValue(in, Queues.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
