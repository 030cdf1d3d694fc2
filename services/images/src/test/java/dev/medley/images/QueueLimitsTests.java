package dev.medley.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.contracts.QueueDefinition;
import dev.medley.contracts.Queues;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/** What the queues of this service have to allow for. */
class QueueLimitsTests {

    private final ImagesProperties properties =
            Binder.get(new MockEnvironment()).bindOrCreate("medley.images", ImagesProperties.class);

    @ParameterizedTest
    @ValueSource(strings = {"images-uploads", "images-renditions.fifo"})
    void eachAttemptOfAKilledWorkerAndTheVerdictFitIntoTheDeliveries(String name) {
        List<QueueDefinition> queues = Queues.load().queues().stream()
                .filter(queue -> queue.name().equals(name))
                .toList();

        assertThat(queues)
                .singleElement()
                .satisfies(queue -> assertThat(queue.maxReceives())
                        .as(
                                "an attempt and a postponement by its lease each, the verdict, and one that a dying worker received")
                        .isGreaterThanOrEqualTo(2 * properties.maxAttempts() + 2));
    }
}
