package dev.medley.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Shapes rows into requests. SQS takes at most ten messages and 1 MiB in all per request; bodies and attributes count
 * (SQS Developer Guide, "Amazon SQS message quotas").
 */
final class SendBatches {

    static final int MAX_BYTES = 1_048_576;

    private static final int MAX_ENTRIES = 10;
    private static final String TRACEPARENT = "traceparent";
    private static final String STRING = "String";

    private SendBatches() {}

    /** Splits rows into requests, in their order. */
    static List<List<OutboxRow>> of(List<OutboxRow> rows) {
        List<List<OutboxRow>> batches = new ArrayList<>();
        List<OutboxRow> batch = new ArrayList<>();
        int bytes = 0;
        for (OutboxRow row : rows) {
            int size = bytes(row);
            if (!batch.isEmpty() && (batch.size() == MAX_ENTRIES || bytes + size > MAX_BYTES)) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(row);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    /** One message of a request. */
    static SendMessageBatchRequestEntry entry(String id, OutboxRow row) {
        SendMessageBatchRequestEntry.Builder entry =
                SendMessageBatchRequestEntry.builder().id(id).messageBody(row.body());
        if (row.queue().endsWith(".fifo")) {
            entry.messageGroupId(row.key())
                    .messageDeduplicationId(row.envelopeId().toString());
        }
        if (row.traceparent() != null) {
            entry.messageAttributes(Map.of(
                    TRACEPARENT,
                    MessageAttributeValue.builder()
                            .dataType(STRING)
                            .stringValue(row.traceparent())
                            .build()));
        }
        return entry.build();
    }

    /** Why SQS would never take a row (SQS API Reference, SendMessage: size and allowed characters), if so. */
    static Optional<String> defect(OutboxRow row) {
        if (bytes(row) > MAX_BYTES) {
            return Optional.of("%d bytes long; SQS takes %d at most".formatted(bytes(row), MAX_BYTES));
        }
        return row.body()
                .codePoints()
                .filter(character -> !isAllowed(character))
                .mapToObj("holds the character U+%04X, which SQS does not take"::formatted)
                .findFirst();
    }

    private static boolean isAllowed(int character) {
        return switch (character) {
            case '\t', '\n', '\r' -> true;
            default ->
                (character >= 0x20 && character <= 0xD7FF)
                        || (character >= 0xE000 && character <= 0xFFFD)
                        || character >= 0x10000;
        };
    }

    private static int bytes(OutboxRow row) {
        int attributes = row.traceparent() == null
                ? 0
                : TRACEPARENT.length() + STRING.length() + row.traceparent().length();
        return row.body().getBytes(StandardCharsets.UTF_8).length + attributes;
    }
}
