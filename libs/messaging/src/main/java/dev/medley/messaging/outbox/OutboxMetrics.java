package dev.medley.messaging.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** How far behind the relay is: the outbox as a whole, the same from every instance. */
final class OutboxMetrics implements MeterBinder {

    private final OutboxBacklog backlog;
    private final InstantSource clock;

    OutboxMetrics(OutboxBacklog backlog, InstantSource clock) {
        this.backlog = backlog;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("outbox.pending", backlog, OutboxBacklog::pending)
                .description("Events that wait to be sent, parked ones not counted")
                .register(registry);
        Gauge.builder("outbox.parked", backlog, OutboxBacklog::parked)
                .description("Events set aside until an operator resends them")
                .register(registry);
        TimeGauge.builder("outbox.oldest.age", this, TimeUnit.MILLISECONDS, OutboxMetrics::oldestAgeMillis)
                .description("How long the oldest event has waited, parked ones not counted")
                .register(registry);
    }

    private double oldestAgeMillis() {
        return backlog.oldest()
                .map(oldest -> Duration.between(oldest, clock.instant()).toMillis())
                .orElse(0L);
    }
}
