package dev.medley.accounts.personaldata;

import dev.medley.contracts.UserDeleted;
import dev.medley.contracts.UserExportRequested;
import dev.medley.messaging.EventHandler;
import dev.medley.messaging.inbox.Inbox;
import dev.medley.messaging.inbox.InboxAutoConfiguration;
import dev.medley.messaging.outbox.Outbox;
import dev.medley.messaging.outbox.OutboxAutoConfiguration;
import dev.medley.storage.ObjectStore;
import dev.medley.storage.StorageAutoConfiguration;
import dev.medley.web.idempotency.AnswerStore;
import dev.medley.web.idempotency.IdempotencyAutoConfiguration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Answers identity's requests to erase or export a user with the service's {@link PersonalData} beans. */
@AutoConfiguration(
        after = {
            InboxAutoConfiguration.class,
            OutboxAutoConfiguration.class,
            StorageAutoConfiguration.class,
            IdempotencyAutoConfiguration.class
        })
public class PersonalDataAutoConfiguration {

    @Bean
    PersonalData idempotentAnswersData(AnswerStore answers) {
        return new IdempotentAnswersData(answers);
    }

    @Bean
    EventHandler<UserDeleted> personalDataEraser(
            List<PersonalData> parts,
            Inbox inbox,
            Outbox outbox,
            InstantSource clock,
            @Value("${spring.application.name}") String service) {
        return new UserDeletedHandler(parts, inbox, outbox, clock, service);
    }

    @Bean
    EventHandler<UserExportRequested> personalDataCollector(
            Map<String, PersonalData> parts,
            ObjectStore objects,
            JsonMapper json,
            Outbox outbox,
            InstantSource clock,
            @Value("${spring.application.name}") String service) {
        return new UserExportRequestedHandler(parts, objects, json, outbox, clock, service);
    }
}
