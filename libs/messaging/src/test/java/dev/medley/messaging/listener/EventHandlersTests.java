package dev.medley.messaging.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.medley.contracts.Envelope;
import dev.medley.messaging.EventHandler;
import dev.medley.messaging.fixture.TestQueues;
import dev.medley.messaging.fixture.ThingHappened;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventHandlersTests {

    @Test
    void findsTheHandlerOfAType() {
        EventHandlers handlers =
                EventHandlers.of(Map.of("keeper", new Handler<>(ThingHappened.class)), List.of(TestQueues.EVENTS));

        assertThat(handlers.find("thing.happened"))
                .hasValueSatisfying(found -> assertThat(found.consumer()).isEqualTo("keeper"));
        assertThat(handlers.find("thing.vanished")).isEmpty();
    }

    @Test
    void refusesASubscriptionWithoutHandler() {
        assertThatIllegalStateException()
                .isThrownBy(() -> EventHandlers.of(Map.of(), List.of(TestQueues.EVENTS)))
                .withMessageContaining("thing.happened");
    }

    @Test
    void refusesTwoHandlersOfOneType() {
        Map<String, EventHandler<?>> beans =
                Map.of("one", new Handler<>(ThingHappened.class), "two", new Handler<>(ThingHappened.class));

        assertThatIllegalStateException()
                .isThrownBy(() -> EventHandlers.of(beans, List.of(TestQueues.EVENTS)))
                .withMessageContaining("both handle thing.happened");
    }

    @Test
    void refusesAHandlerThatWouldNeverBeCalled() {
        assertThatIllegalStateException()
                .isThrownBy(() -> EventHandlers.of(
                        Map.of("keeper", new Handler<>(ThingHappened.class)), List.of(TestQueues.UPLOADS)))
                .withMessageContaining("does not subscribe");
    }

    @Test
    void refusesAHandlerOfSomethingThatIsNoEvent() {
        assertThatIllegalStateException()
                .isThrownBy(() -> EventHandlers.of(Map.of("keeper", new Handler<>(String.class)), List.of()))
                .withMessageContaining("@EventType");
    }

    private record Handler<T>(Class<T> eventType) implements EventHandler<T> {

        @Override
        public void handle(Envelope<T> event) {}
    }
}
