package dev.medley.messaging.operations;

import dev.medley.messaging.MessagingAutoConfiguration;
import dev.medley.messaging.QueueDirectory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Operator endpoints of the queues that this service reads. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class QueueOperationsAutoConfiguration {

    @Bean
    QueueOperationsController queueOperationsController(QueueDirectory queues, SqsAsyncClient sqs) {
        QueueCounts counts = new QueueCounts(sqs, queues);
        return new QueueOperationsController(queues, counts, new DeadLetterQueue(sqs, queues, counts));
    }
}
