package dev.medley.messaging.operations;

import dev.medley.contracts.QueueDefinition;
import dev.medley.messaging.DeadLetterAttributes;
import dev.medley.messaging.QueueDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Looks into dead-letter queues and puts their messages back. */
final class DeadLetterQueue {

    private static final int MAX_RECEIVED = 10;

    /** Long enough for one look or move; what is left over appears again after it. */
    private static final int HIDDEN_SECONDS = 30;

    private final SqsAsyncClient sqs;
    private final QueueDirectory queues;
    private final QueueCounts counts;

    DeadLetterQueue(SqsAsyncClient sqs, QueueDirectory queues, QueueCounts counts) {
        this.sqs = sqs;
        this.queues = queues;
        this.counts = counts;
    }

    /**
     * Shows up to {@code limit} dead letters and leaves them where they are. Of one group of a FIFO queue SQS shows ten
     * at most, as it hands out no more while those are received.
     */
    List<DeadLetter> peek(QueueDefinition queue, int limit) {
        String url = queues.url(queue.deadLetterName());
        List<Message> seen = new ArrayList<>();
        try {
            List<Message> received;
            do {
                received = receive(url, Math.min(MAX_RECEIVED, limit - seen.size()));
                seen.addAll(received);
            } while (!received.isEmpty() && seen.size() < limit);
            return seen.stream().map(DeadLetter::from).toList();
        } finally {
            showAgain(url, seen);
        }
    }

    /** Puts all dead letters back into their queue. */
    Redrive redrive(QueueDefinition queue) {
        return queue.fifo() ? moveOneByOne(queue) : startTask(queue);
    }

    /**
     * The destination is named because SQS knows the origin only of messages that it moved itself, not of those that a
     * listener set aside.
     */
    private Redrive startTask(QueueDefinition queue) {
        String source = arn(queue.deadLetterName());
        String destination = arn(queue.name());
        String task = sqs.startMessageMoveTask(
                        request -> request.sourceArn(source).destinationArn(destination))
                .join()
                .taskHandle();
        return new Redrive(queue.name(), 0, task);
    }

    /**
     * SQS has no move task for FIFO queues. Sends before it deletes: after a crash in between the message is moved
     * again, and dropped by SQS or by the inbox. Moves no more than there were at the start, so that messages which
     * fail again do not go round for ever.
     */
    private Redrive moveOneByOne(QueueDefinition queue) {
        String source = queues.url(queue.deadLetterName());
        String destination = queues.url(queue.name());
        int present = counts.deadLetters(queue);
        int moved = 0;
        while (moved < present) {
            List<Message> received = receive(source, Math.min(MAX_RECEIVED, present - moved));
            if (received.isEmpty()) {
                break;
            }
            for (Message message : received) {
                move(message, source, destination);
                moved++;
            }
        }
        return new Redrive(queue.name(), moved, null);
    }

    private void move(Message message, String source, String destination) {
        // The original deduplication id may have been used within the last five minutes; the message id has not.
        sqs.sendMessage(SendMessageRequest.builder()
                        .queueUrl(destination)
                        .messageBody(message.body())
                        .messageAttributes(DeadLetterAttributes.removedFrom(message.messageAttributes()))
                        .messageGroupId(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                        .messageDeduplicationId(message.messageId())
                        .build())
                .join();
        sqs.deleteMessage(request -> request.queueUrl(source).receiptHandle(message.receiptHandle()))
                .join();
    }

    private List<Message> receive(String url, int limit) {
        return sqs.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(limit)
                        .visibilityTimeout(HIDDEN_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .join()
                .messages();
    }

    private void showAgain(String url, List<Message> messages) {
        for (int start = 0; start < messages.size(); start += MAX_RECEIVED) {
            List<Message> batch = messages.subList(start, Math.min(start + MAX_RECEIVED, messages.size()));
            List<ChangeMessageVisibilityBatchRequestEntry> entries = IntStream.range(0, batch.size())
                    .mapToObj(index -> ChangeMessageVisibilityBatchRequestEntry.builder()
                            .id(String.valueOf(index))
                            .receiptHandle(batch.get(index).receiptHandle())
                            .visibilityTimeout(0)
                            .build())
                    .toList();
            sqs.changeMessageVisibilityBatch(request -> request.queueUrl(url).entries(entries))
                    .join();
        }
    }

    private String arn(String name) {
        Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(
                        request -> request.queueUrl(queues.url(name)).attributeNames(QueueAttributeName.QUEUE_ARN))
                .join()
                .attributes();
        return Objects.requireNonNull(attributes.get(QueueAttributeName.QUEUE_ARN), "SQS answered without the ARN");
    }
}
