package dev.medley.messaging.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.medley.contracts.Envelope;
import dev.medley.messaging.EventHandler;
import dev.medley.messaging.fixture.RealParts;
import dev.medley.messaging.fixture.TestEnvironment;
import dev.medley.messaging.fixture.TestQueues;
import dev.medley.messaging.fixture.ThingHappened;
import dev.medley.messaging.outbox.Outbox;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(RealParts.class)
class TracingIT {

    @Test
    void theHandlerContinuesTheTraceOfThePublisher(TestEnvironment environment) {
        environment.create(TestQueues.EVENTS);
        ApplicationContext service = environment.start(TracedService.class);
        Tracer tracer = service.getBean(Tracer.class);
        Span span = tracer.nextSpan().name("change").start();

        try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
            new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                    .executeWithoutResult(_ -> service.getBean(Outbox.class).publish("a", new ThingHappened("a", 1)));
        } finally {
            span.end();
        }

        TracedHandler handler = service.getBean(TracedHandler.class);
        await().untilAsserted(() -> assertThat(handler.traces).hasSize(1));
        assertThat(handler.traces).containsExactly(span.context().traceId());
        assertThat(handler.traceparents.getFirst())
                .isEqualTo(
                        "00-%s-%s-01", span.context().traceId(), span.context().spanId());
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class TracedService {

        @Bean
        TracedHandler tracedHandler(Tracer tracer) {
            return new TracedHandler(tracer);
        }
    }

    static final class TracedHandler implements EventHandler<ThingHappened> {

        private final Tracer tracer;
        private final List<String> traces = new CopyOnWriteArrayList<>();
        private final List<String> traceparents = new CopyOnWriteArrayList<>();

        TracedHandler(Tracer tracer) {
            this.tracer = tracer;
        }

        @Override
        public Class<ThingHappened> eventType() {
            return ThingHappened.class;
        }

        @Override
        public void handle(Envelope<ThingHappened> event) {
            Span span = tracer.currentSpan();
            traceparents.add(String.valueOf(event.traceparent()));
            traces.add(span == null ? "none" : span.context().traceId());
        }
    }
}
