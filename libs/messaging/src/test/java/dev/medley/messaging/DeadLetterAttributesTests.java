package dev.medley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class DeadLetterAttributesTests {

    private static final Instant TIME = Instant.parse("2026-11-02T09:14:07Z");

    @Test
    void neverMakesMoreAttributesThanSqsTakes() {
        Map<String, MessageAttributeValue> own = new HashMap<>();
        IntStream.range(0, 10).forEach(number -> own.put("own" + number, text("value")));

        assertThat(attributes("detail").addedTo(own))
                .hasSize(10)
                .containsKeys("reason", "detail", "failedAt", "sourceQueue");
    }

    @Test
    void replacesAnEarlierVerdict() {
        assertThat(attributes("now").addedTo(Map.of("detail", text("before"), "own", text("kept"))))
                .containsEntry("detail", text("now"))
                .containsEntry("own", text("kept"));
    }

    @Test
    void leavesOnlyTheMessagesOwnWhenItReturns() {
        assertThat(DeadLetterAttributes.removedFrom(attributes("detail").addedTo(Map.of("own", text("kept")))))
                .containsOnlyKeys("own");
    }

    @Test
    void makesEveryDetailAValueThatSqsTakes() {
        assertThat(attributes("").values()).containsEntry("detail", "-");
        assertThat(attributes("a\u0000b\uFFFFc").values()).containsEntry("detail", "a b c");
        assertThat(attributes("x".repeat(2000)).values()).containsEntry("detail", "x".repeat(500));
    }

    private static DeadLetterAttributes attributes(String detail) {
        return DeadLetterAttributes.of("reason", detail, TIME, "things-uploads");
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
