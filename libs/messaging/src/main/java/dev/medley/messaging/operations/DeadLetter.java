package dev.medley.messaging.operations;

import dev.medley.messaging.DeadLetterAttributes;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * One message of a dead-letter queue.
 *
 * @param id SQS's message id
 * @param body as it was sent
 * @param attributes text attributes by name
 * @param reason stable code of the verdict; absent when SQS moved the message after too many deliveries
 * @param detail the same for people
 * @param receiveCount deliveries so far, looks at it included
 * @param sentAt when it was sent to its queue or, with a reason, to the dead-letter queue
 */
record DeadLetter(
        String id,
        String body,
        Map<String, String> attributes,
        @Nullable String reason,
        @Nullable String detail,
        int receiveCount,
        Instant sentAt) {

    static DeadLetter from(Message message) {
        Map<String, String> attributes = new TreeMap<>();
        message.messageAttributes().forEach((name, value) -> {
            if (value.stringValue() != null) {
                attributes.put(name, value.stringValue());
            }
        });
        return new DeadLetter(
                message.messageId(),
                message.body(),
                attributes,
                attributes.get(DeadLetterAttributes.REASON),
                attributes.get(DeadLetterAttributes.DETAIL),
                Integer.parseInt(message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)),
                Instant.ofEpochMilli(
                        Long.parseLong(message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP))));
    }
}
