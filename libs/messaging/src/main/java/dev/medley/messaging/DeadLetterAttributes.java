package dev.medley.messaging;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Why a message is in a dead-letter queue, as attributes of that message. A message that SQS itself moved there after
 * too many deliveries has none of them.
 *
 * @param values attribute values by name
 */
public record DeadLetterAttributes(Map<String, String> values) {

    /** Name of the attribute with the stable code. */
    public static final String REASON = "reason";

    /** Name of the attribute with the text for people. */
    public static final String DETAIL = "detail";

    private static final String FAILED_AT = "failedAt";
    private static final String SOURCE_QUEUE = "sourceQueue";
    private static final Set<String> NAMES = Set.of(REASON, DETAIL, FAILED_AT, SOURCE_QUEUE);

    /** SQS takes ten attributes per message. */
    private static final int MAX_ATTRIBUTES = 10;

    private static final int MAX_DETAIL_LENGTH = 500;

    /** Describes a verdict; a detail longer than 500 characters is cut, and what SQS does not take is replaced. */
    public static DeadLetterAttributes of(String reason, String detail, Instant failedAt, String sourceQueue) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(REASON, reason);
        values.put(DETAIL, accepted(detail));
        values.put(FAILED_AT, failedAt.toString());
        values.put(SOURCE_QUEUE, sourceQueue);
        return new DeadLetterAttributes(values);
    }

    /** The attributes of a message together with these; where there are too many, some of the message's own go. */
    public Map<String, MessageAttributeValue> addedTo(Map<String, MessageAttributeValue> own) {
        Map<String, MessageAttributeValue> all = new HashMap<>();
        own.entrySet().stream()
                .filter(attribute -> !NAMES.contains(attribute.getKey()))
                .limit(MAX_ATTRIBUTES - values.size())
                .forEach(attribute -> all.put(attribute.getKey(), attribute.getValue()));
        values.forEach((name, value) -> all.put(
                name,
                MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(value)
                        .build()));
        return all;
    }

    /** The attributes of a message without these, for when it returns to its queue. */
    public static Map<String, MessageAttributeValue> removedFrom(Map<String, MessageAttributeValue> attributes) {
        Map<String, MessageAttributeValue> own = new HashMap<>(attributes);
        own.keySet().removeAll(NAMES);
        return own;
    }

    private static String accepted(String detail) {
        String printable = detail.replaceAll("[^\\x20-\\uD7FF\\uE000-\\uFFFD]", " ");
        String cut = printable.length() <= MAX_DETAIL_LENGTH ? printable : printable.substring(0, MAX_DETAIL_LENGTH);
        return cut.isBlank() ? "-" : cut;
    }
}
