package dev.medley.messaging.inbox;

import dev.medley.messaging.MessagingAutoConfiguration;
import dev.medley.messaging.MessagingProperties;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox and its purge. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
public class InboxAutoConfiguration {

    @Bean
    Inbox inbox(JdbcClient jdbc, PlatformTransactionManager transactions, ObjectProvider<InstantSource> clock) {
        return new Inbox(jdbc, new TransactionTemplate(transactions), clock.getIfUnique(InstantSource::system));
    }

    @Bean
    InboxPurge inboxPurge(JdbcClient jdbc, ObjectProvider<InstantSource> clock, MessagingProperties properties) {
        return new InboxPurge(jdbc, clock.getIfUnique(InstantSource::system), properties.inbox());
    }
}
