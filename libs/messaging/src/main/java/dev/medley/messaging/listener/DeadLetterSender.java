package dev.medley.messaging.listener;

import dev.medley.contracts.QueueDefinition;
import dev.medley.messaging.DeadLetterAttributes;
import dev.medley.messaging.NonRetryableMessageException;
import dev.medley.messaging.QueueDirectory;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Copies a message to its dead-letter queue together with why it is there. */
final class DeadLetterSender {

    private final SqsAsyncClient sqs;
    private final QueueDirectory queues;
    private final InstantSource clock;

    DeadLetterSender(SqsAsyncClient sqs, QueueDirectory queues, InstantSource clock) {
        this.sqs = sqs;
        this.queues = queues;
        this.clock = clock;
    }

    /** Completes when the dead-letter queue has the message, and exceptionally when it does not. */
    CompletableFuture<Void> send(QueueDefinition queue, Message message, NonRetryableMessageException verdict) {
        String url;
        try {
            url = queues.url(queue.deadLetterName());
        } catch (CompletionException e) {
            return CompletableFuture.failedFuture(e);
        }
        Map<String, MessageAttributeValue> attributes = DeadLetterAttributes.of(
                        verdict.reason(), verdict.detail(), clock.instant(), queue.name())
                .addedTo(message.messageAttributes());
        SendMessageRequest.Builder request = SendMessageRequest.builder()
                .queueUrl(url)
                .messageBody(message.body())
                .messageAttributes(attributes);
        if (queue.fifo()) {
            // The message id is new whenever a message is put into its queue, and the same when it is delivered twice:
            // a second verdict on one delivery is dropped, one after a redrive is not.
            request.messageGroupId(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                    .messageDeduplicationId(message.messageId());
        }
        return sqs.sendMessage(request.build()).thenApply(_ -> null);
    }
}
