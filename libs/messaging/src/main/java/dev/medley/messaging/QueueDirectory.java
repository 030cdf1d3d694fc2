package dev.medley.messaging;

import dev.medley.contracts.QueueDefinition;
import dev.medley.contracts.Queues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;

/** Where the queues of {@code deploy/queues.yaml} are in this environment. */
public final class QueueDirectory {

    private final Queues queues;
    private final String prefix;
    private final String service;
    private final SqsAsyncClient sqs;
    private final Map<String, String> urls = new ConcurrentHashMap<>();

    /**
     * The queues as one service sees them.
     *
     * @param queues all queues of the platform
     * @param prefix environment prefix of their names
     * @param service whose queues {@link #consumed()} names
     * @param sqs where they are
     */
    public QueueDirectory(Queues queues, String prefix, String service, SqsAsyncClient sqs) {
        this.queues = queues;
        this.prefix = prefix;
        this.service = service;
        this.sqs = sqs;
    }

    /** The queues that this service reads. */
    public List<QueueDefinition> consumed() {
        return queues.consumedBy(service);
    }

    /** The queues that an event goes to; empty when nobody subscribes. */
    public List<QueueDefinition> subscribedTo(String eventType) {
        return queues.subscribedTo(eventType);
    }

    /** The services that an event reaches, each once. */
    public List<String> consumersOf(String eventType) {
        return subscribedTo(eventType).stream()
                .map(QueueDefinition::consumer)
                .distinct()
                .toList();
    }

    /** The name that SQS knows a queue or dead-letter queue by: prefix and name. */
    public String physicalName(String name) {
        return prefix + name;
    }

    /** Finds the queue that SQS knows as {@code physicalName}, if it is one that this service reads. */
    public Optional<QueueDefinition> consumedAs(String physicalName) {
        return consumed().stream()
                .filter(queue -> physicalName(queue.name()).equals(physicalName))
                .findFirst();
    }

    /**
     * The address of a queue or dead-letter queue, asked for once.
     *
     * @param name without prefix
     * @throws java.util.concurrent.CompletionException when it does not exist or SQS does not answer; the next call
     *     asks again
     */
    public String url(String name) {
        String known = urls.get(name);
        if (known != null) {
            return known;
        }
        String url = sqs.getQueueUrl(request -> request.queueName(physicalName(name)))
                .thenApply(GetQueueUrlResponse::queueUrl)
                .join();
        urls.put(name, url);
        return url;
    }
}
