package dev.medley.messaging.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.medley.messaging.fixture.Events;
import dev.medley.messaging.fixture.RealParts;
import dev.medley.messaging.fixture.TestEnvironment;
import dev.medley.messaging.fixture.TestQueues;
import dev.medley.messaging.fixture.ThingHappened;
import dev.medley.messaging.fixture.ThingsService;
import dev.medley.messaging.fixture.ThingsService.ThingKeeper;
import dev.medley.messaging.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

@ExtendWith(RealParts.class)
class EventConsumptionIT {

    private static final String QUEUE = TestQueues.EVENTS.name();
    private static final String DEAD_LETTERS = TestQueues.EVENTS.deadLetterName();

    private TestEnvironment environment;

    @BeforeEach
    void prepare(TestEnvironment environment) {
        this.environment = environment;
        environment.create(TestQueues.EVENTS);
    }

    @Test
    void whatOneServicePublishesAnotherHandlesInOrder() {
        ApplicationContext service = environment.start(ThingsService.class);
        TransactionTemplate transaction = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
        Outbox outbox = service.getBean(Outbox.class);

        for (int number = 1; number <= 5; number++) {
            ThingHappened event = new ThingHappened("a", number);
            transaction.executeWithoutResult(_ -> outbox.publish("a", event));
        }

        ThingKeeper keeper = service.getBean(ThingKeeper.class);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(keeper.kept("a")).containsExactly(1, 2, 3, 4, 5));
    }

    @Test
    void anEventThatIsDeliveredTwiceTakesEffectOnce() {
        ThingKeeper keeper = environment.start(ThingsService.class).getBean(ThingKeeper.class);
        String event = Events.thingHappened(UUID.randomUUID(), "a", 1);

        environment.sendFifo(QUEUE, "a", "first", event);
        environment.sendFifo(QUEUE, "a", "second", event);
        environment.sendFifo(QUEUE, "a", "third", Events.thingHappened(UUID.randomUUID(), "a", 2));

        await().untilAsserted(() -> assertThat(keeper.kept("a")).contains(2));
        assertThat(keeper.kept("a")).containsExactly(1, 2);
        await().untilAsserted(() -> assertThat(environment.size(QUEUE)).isZero());
        assertThat(environment.size(DEAD_LETTERS)).isZero();
    }

    @Test
    void aFailedEffectIsRolledBackAndTriedAgain() {
        ApplicationContext service = environment.start(ThingsService.class);
        ThingKeeper keeper = service.getBean(ThingKeeper.class);
        keeper.failNext(1);

        environment.sendFifo(QUEUE, "a", "1", Events.thingHappened(UUID.randomUUID(), "a", 1));
        await().untilAsserted(() -> assertThat(keeper.seen()).hasSize(1));
        environment.sendFifo(QUEUE, "a", "2", Events.thingHappened(UUID.randomUUID(), "a", 2));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(keeper.kept("a")).containsExactly(1, 2));
        assertThat(keeper.seen()).hasSize(3);
        assertThat(service.getBean(JdbcClient.class)
                        .sql("SELECT DISTINCT consumer FROM inbox")
                        .query(String.class)
                        .list())
                .containsExactly("thingKeeper");
    }

    @Test
    void whatKeepsFailingBecomesADeadLetterAndLeavesNoTrace() {
        ApplicationContext service = environment.start(ThingsService.class);
        ThingKeeper keeper = service.getBean(ThingKeeper.class);
        keeper.failNext(TestQueues.EVENTS.maxReceives());

        environment.sendFifo(QUEUE, "a", "1", Events.thingHappened(UUID.randomUUID(), "a", 1));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(environment.size(DEAD_LETTERS)).isEqualTo(1));
        assertThat(keeper.seen()).hasSize(TestQueues.EVENTS.maxReceives());
        assertThat(keeper.kept("a")).isEmpty();
        assertThat(service.getBean(JdbcClient.class)
                        .sql("SELECT count(*) FROM inbox")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsNoEventOfThisServiceBecomesADeadLetterAtOnce() {
        Map<String, String> verdicts = Map.of(
                "no JSON at all",
                "malformed-event: not JSON",
                "[1, 2]",
                "malformed-event: not an event envelope: no type",
                event("\"id\":\"x\",\"data\":{\"thingId\":\"a\",\"number\":1}"),
                "malformed-event: id has the wrong form",
                event("\"data\":{\"thingId\":\"a\",\"number\":1}"),
                "malformed-event: id is missing",
                event("\"id\":\"01a2011f-c98f-7443-9143-573b653d7579\",\"data\":{\"number\":1}"),
                "malformed-event: data.thingId is missing",
                event("\"id\":\"01a2011f-c98f-7443-9143-573b653d7579\",\"data\":{\"thingId\":\"a\"}"),
                "malformed-event: data.number has the wrong form",
                "{\"type\":\"thing.vanished\"}",
                "unknown-event-type: This service has no handler for thing.vanished.");
        Instant before = Instant.now();
        environment.start(ThingsService.class);

        verdicts.keySet()
                .forEach(body ->
                        environment.sendFifo(QUEUE, "a", UUID.randomUUID().toString(), body));

        assertThat(environment.take(DEAD_LETTERS, verdicts.size()))
                .hasSize(verdicts.size())
                .allSatisfy(deadLetter -> {
                    Map<String, String> attributes = attributes(deadLetter);
                    assertThat(attributes.get("reason") + ": " + attributes.get("detail"))
                            .startsWith(String.valueOf(verdicts.get(deadLetter.body())));
                    assertThat(attributes).containsEntry("sourceQueue", QUEUE);
                    assertThat(Instant.parse(String.valueOf(attributes.get("failedAt"))))
                            .isAfterOrEqualTo(before);
                    assertThat(deadLetter.attributes()).containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "a");
                });
        await().untilAsserted(() -> assertThat(environment.size(QUEUE)).isZero());
    }

    private static String event(String members) {
        return """
                {"type":"thing.happened","source":"others","time":"2026-11-02T09:14:07Z","subject":"a",%s}""".formatted(members);
    }

    private static Map<String, String> attributes(Message message) {
        return message.messageAttributes().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, attribute -> attribute.getValue().stringValue()));
    }

    @Test
    void theRoleApiLeavesMessagesToTheWorkers() {
        ApplicationContext api = environment.start(
                ThingsService.class,
                "medley.messaging.consumers-enabled=false",
                "medley.messaging.relay.enabled=false");
        environment.sendFifo(QUEUE, "a", "1", Events.thingHappened(UUID.randomUUID(), "a", 1));

        ApplicationContext worker = environment.start(ThingsService.class);

        await().untilAsserted(() ->
                assertThat(worker.getBean(ThingKeeper.class).kept("a")).containsExactly(1));
        assertThat(api.getBean(ThingKeeper.class).seen()).isEmpty();
        assertThat(api.getBeanNamesForType(org.springframework.context.SmartLifecycle.class))
                .doesNotContain("outboxRelay");
    }
}
