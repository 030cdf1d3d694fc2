package dev.medley.messaging.outbox;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Operator endpoints of the outbox. */
@AutoConfiguration(after = OutboxAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class OutboxOperationsAutoConfiguration {

    @Bean
    OutboxOperationsController outboxOperationsController(
            OutboxBacklog backlog, OutboxSignal signal, ObjectProvider<InstantSource> clock) {
        return new OutboxOperationsController(backlog, signal, clock.getIfUnique(InstantSource::system));
    }
}
