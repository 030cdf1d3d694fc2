package dev.medley.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendBatchesTests {

    @Test
    void takesTenMessagesPerRequestInTheirOrder() {
        List<OutboxRow> rows =
                IntStream.range(0, 23).mapToObj(id -> row(id, "small")).toList();

        List<List<OutboxRow>> batches = SendBatches.of(rows);

        assertThat(batches).extracting(List::size).containsExactly(10, 10, 3);
        assertThat(batches.stream().flatMap(List::stream)).containsExactlyElementsOf(rows);
    }

    @Test
    void staysWithinOneMebibytePerRequestCountingBytes() {
        String half = "é".repeat(SendBatches.MAX_BYTES / 4);

        assertThat(SendBatches.of(List.of(row(1, half), row(2, half), row(3, "x"))))
                .extracting(List::size)
                .containsExactly(2, 1);
    }

    @Test
    void findsNothingWrongWithAFullMessageAndTellsWhatIsTooLong() {
        assertThat(SendBatches.defect(row(1, "x".repeat(SendBatches.MAX_BYTES))))
                .isEmpty();
        assertThat(SendBatches.defect(row(1, "x".repeat(SendBatches.MAX_BYTES + 1))))
                .hasValueSatisfying(defect -> assertThat(defect).contains("1048577"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001F", "\uFFFE", "\uFFFF", "\uD800"})
    void tellsWhichCharacterSqsDoesNotTake(String character) {
        assertThat(SendBatches.defect(row(1, "a" + character + "b")))
                .hasValueSatisfying(defect -> assertThat(defect).contains("%04X".formatted(character.codePointAt(0))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t\r\n", " ~\u007F", "ÿ", "\uD7FF\uE000\uFFFD", "😀"})
    void takesWhatSqsTakes(String text) {
        assertThat(SendBatches.defect(row(1, text))).isEmpty();
    }

    private static OutboxRow row(long id, String body) {
        return new OutboxRow(id, new UUID(0, id), "things-events.fifo", "s" + id, body, null, 0, 0);
    }
}
