package dev.medley.messaging.outbox;

import dev.medley.messaging.EventFormat;
import dev.medley.messaging.MessagingAutoConfiguration;
import dev.medley.messaging.MessagingProperties;
import dev.medley.messaging.QueueDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.tracing.Tracer;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The outbox, and its relay unless {@code medley.messaging.relay.enabled} is false. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
public class OutboxAutoConfiguration {

    @Bean
    OutboxTable outboxTable(JdbcClient jdbc) {
        return new OutboxTable(jdbc);
    }

    @Bean
    OutboxBacklog outboxBacklog(JdbcClient jdbc) {
        return new OutboxBacklog(jdbc);
    }

    @Bean
    OutboxSignal outboxSignal() {
        return new OutboxSignal();
    }

    @Bean
    OutboxMetrics outboxMetrics(OutboxBacklog backlog, ObjectProvider<InstantSource> clock) {
        return new OutboxMetrics(backlog, clock.getIfUnique(InstantSource::system));
    }

    @Bean
    Outbox outbox(
            OutboxTable table,
            QueueDirectory queues,
            EventFormat format,
            OutboxSignal signal,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<InstantSource> clock,
            Environment environment) {
        return new Outbox(
                table,
                queues,
                format,
                new CurrentTrace(tracer.getIfAvailable()),
                signal,
                clock.getIfUnique(InstantSource::system),
                environment.getRequiredProperty("spring.application.name"));
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "medley.messaging.relay.enabled", matchIfMissing = true)
    OutboxRelay outboxRelay(
            OutboxTable table,
            OutboxSignal signal,
            QueueDirectory queues,
            SqsAsyncClient sqs,
            PlatformTransactionManager transactions,
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<InstantSource> clock,
            MessagingProperties properties) {
        return new OutboxRelay(
                table,
                new OutboxSender(sqs, queues, properties.relay().sendTimeout()),
                signal,
                new TransactionTemplate(transactions),
                meters.getIfAvailable(() -> Metrics.globalRegistry),
                clock.getIfUnique(InstantSource::system),
                properties.relay());
    }
}
