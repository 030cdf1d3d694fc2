package dev.medley.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One queue of {@code deploy/queues.yaml}.
 *
 * @param name without environment prefix; FIFO queues end in {@code .fifo}
 * @param consumer the service that reads it
 * @param subscriptions event types sent to it
 * @param objectCreated the S3 notifications that feed it, if any
 * @param visibilitySeconds how long a received message stays hidden from other receivers
 * @param maxReceives deliveries before the message moves to the dead-letter queue
 */
public record QueueDefinition(
        String name,
        String consumer,
        List<String> subscriptions,
        @Nullable ObjectCreatedSource objectCreated,
        int visibilitySeconds,
        int maxReceives) {

    private static final String FIFO_SUFFIX = ".fifo";

    /** Makes absent {@code subscriptions} an empty list, as the file leaves them out where there are none. */
    @SuppressWarnings("ConstantValue") // absent in the file means null here, before this constructor has run
    public QueueDefinition {
        subscriptions = subscriptions == null ? List.of() : List.copyOf(subscriptions);
        if (!subscriptions.isEmpty() && !name.endsWith(FIFO_SUFFIX)) {
            throw new IllegalArgumentException(
                    "queue " + name + " has subscriptions, so its name must end in .fifo: events keep their order");
        }
    }

    /** Whether messages of one group keep their order. */
    public boolean fifo() {
        return name.endsWith(FIFO_SUFFIX);
    }

    /** The dead-letter queue's name; that of a FIFO queue is FIFO too, as SQS demands. */
    public String deadLetterName() {
        return fifo() ? name.substring(0, name.length() - FIFO_SUFFIX.length()) + "-dlq" + FIFO_SUFFIX : name + "-dlq";
    }

    /**
     * S3 {@code ObjectCreated} notifications of one bucket.
     *
     * @param bucket without environment prefix
     * @param prefix only keys that start with it
     */
    public record ObjectCreatedSource(String bucket, String prefix) {}
}
