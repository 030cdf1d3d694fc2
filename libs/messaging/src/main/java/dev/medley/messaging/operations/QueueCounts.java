package dev.medley.messaging.operations;

import dev.medley.contracts.QueueDefinition;
import dev.medley.messaging.QueueDirectory;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How much queues hold. */
final class QueueCounts {

    private final SqsAsyncClient sqs;
    private final QueueDirectory queues;

    QueueCounts(SqsAsyncClient sqs, QueueDirectory queues) {
        this.sqs = sqs;
        this.queues = queues;
    }

    QueueStatus of(QueueDefinition queue) {
        Map<QueueAttributeName, String> own = attributes(queue.name());
        return new QueueStatus(
                queue.name(),
                count(own, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                count(own, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
                count(own, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
                deadLetters(queue));
    }

    /** Messages in the dead-letter queue, approximately. */
    int deadLetters(QueueDefinition queue) {
        return count(attributes(queue.deadLetterName()), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    private Map<QueueAttributeName, String> attributes(String name) {
        return sqs.getQueueAttributes(request -> request.queueUrl(queues.url(name))
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                .join()
                .attributes();
    }

    private static int count(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Integer.parseInt(attributes.getOrDefault(name, "0"));
    }
}
