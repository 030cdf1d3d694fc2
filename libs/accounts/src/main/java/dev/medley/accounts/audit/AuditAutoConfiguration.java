package dev.medley.accounts.audit;

import dev.medley.messaging.outbox.Outbox;
import dev.medley.messaging.outbox.OutboxAutoConfiguration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets a service tell of what the audit log has to know. */
@AutoConfiguration(after = OutboxAutoConfiguration.class)
public class AuditAutoConfiguration {

    @Bean
    AuditedActions auditedActions(Outbox outbox, InstantSource clock) {
        return new AuditedActions(outbox, clock);
    }
}
