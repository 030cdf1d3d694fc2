package dev.medley.messaging;

import dev.medley.contracts.Queues;
import dev.medley.data.LibraryMigrations;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** What outbox, inbox, listeners and operator endpoints share. */
@AutoConfiguration
@EnableConfigurationProperties(MessagingProperties.class)
public class MessagingAutoConfiguration {

    @Bean
    LibraryMigrations messagingMigrations() {
        return new LibraryMigrations("messaging");
    }

    @Bean
    @ConditionalOnMissingBean
    Queues queues() {
        return Queues.load();
    }

    @Bean
    @ConditionalOnMissingBean
    EventFormat eventFormat() {
        return new EventFormat();
    }

    @Bean
    QueueDirectory queueDirectory(
            Queues queues, MessagingProperties properties, Environment environment, SqsAsyncClient sqs) {
        return new QueueDirectory(
                queues, properties.queuePrefix(), environment.getRequiredProperty("spring.application.name"), sqs);
    }
}
