package dev.medley.messaging.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.medley.messaging.fixture.Events;
import dev.medley.messaging.fixture.RealParts;
import dev.medley.messaging.fixture.TestEnvironment;
import dev.medley.messaging.fixture.TestQueues;
import dev.medley.messaging.fixture.ThingsService;
import dev.medley.messaging.fixture.ThingsService.ThingKeeper;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ExtendWith(RealParts.class)
class OperationsIT {

    private static final String EVENTS = TestQueues.EVENTS.name();
    private static final String UPLOADS = TestQueues.UPLOADS.name();

    private TestEnvironment environment;
    private WebApplicationContext service;
    private MockMvcTester http;

    @BeforeEach
    void prepare(TestEnvironment environment) {
        this.environment = environment;
        environment.create(TestQueues.EVENTS);
        environment.create(TestQueues.UPLOADS);
        environment.create(TestQueues.OTHER_EVENTS);
        service = (WebApplicationContext) environment.start(
                WebApplicationType.SERVLET,
                ThingsService.class,
                "server.port=0",
                "server.address=127.0.0.1",
                "medley.security.issuer=https://issuer.invalid",
                "medley.security.jwks-uri=https://issuer.invalid/jwks.json",
                "medley.security.client-ids=none");
        http = MockMvcTester.from(
                service, builder -> builder.apply(springSecurity()).build());
    }

    @Test
    void listsTheQueuesOfThisServiceWithTheirCounts() {
        environment.send(UPLOADS, "waiting");
        environment.send(TestQueues.UPLOADS.deadLetterName(), "dead");

        assertThat(get("/operations/things/queues")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        {"items":[{"name":"things-events.fifo","waiting":0,"deadLetters":0},
                                  {"name":"things-uploads","waiting":1,"inFlight":0,"delayed":0,"deadLetters":1}]}""");
    }

    @Test
    void refusesWhoeverIsNoOperator() {
        for (String uri : List.of("/operations/things/queues", "/operations/things/outbox")) {
            assertThat(http.get().uri(uri).exchange()).hasStatus(HttpStatus.UNAUTHORIZED);
            assertThat(http.get().uri(uri).with(user("paul").roles("partner")).exchange())
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void aQueueOfAnotherServiceIsNotFound() {
        String other = "/operations/things/queues/" + TestQueues.OTHER_EVENTS.name();

        assertThat(get(other + "/dead-letters")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(other + "/redrive")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void peekingShowsDeadLettersAndLeavesThem() {
        for (int number = 0; number < 12; number++) {
            environment.send(TestQueues.UPLOADS.deadLetterName(), "dead " + number);
        }
        String url = "/operations/things/queues/" + UPLOADS + "/dead-letters";

        assertThat(get(url + "?limit=20"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(12);
        assertThat(get(url + "?limit=11"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(11);
        assertThat(get(url + "?limit=0")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(environment.take(TestQueues.UPLOADS.deadLetterName(), 12)).hasSize(12);
    }

    @Test
    void peekingShowsTheReasonOfAVerdict() {
        environment.sendFifo(EVENTS, "a", "1", "no JSON");
        await().untilAsserted(() ->
                assertThat(environment.size(TestQueues.EVENTS.deadLetterName())).isEqualTo(1));

        assertThat(get("/operations/things/queues/" + EVENTS + "/dead-letters"))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.items[0].body").isEqualTo("no JSON");
                    assertThat(json).extractingPath("$.items[0].reason").isEqualTo("malformed-event");
                    assertThat(json)
                            .extractingPath("$.items[0].attributes.sourceQueue")
                            .isEqualTo(EVENTS);
                    assertThat(json).extractingPath("$.items[0].receiveCount").isEqualTo(1);
                    assertThat(json).extractingPath("$.items[0].sentAt").isNotNull();
                });
    }

    @Test
    void redrivesAStandardQueueByATaskOfSqs() {
        environment.send(TestQueues.UPLOADS.deadLetterName(), "dead");

        assertThat(post("/operations/things/queues/" + UPLOADS + "/redrive"))
                .hasStatus(HttpStatus.ACCEPTED)
                .bodyJson()
                .extractingPath("$.taskHandle")
                .isNotNull();

        assertThat(environment.take(UPLOADS, 1))
                .singleElement()
                .satisfies(message -> assertThat(message.body()).isEqualTo("dead"));
        assertThat(environment.size(TestQueues.UPLOADS.deadLetterName())).isZero();
    }

    @Test
    void redrivesAFifoQueueInOrderAndTheEventsAreHandledOnce() {
        ThingKeeper keeper = service.getBean(ThingKeeper.class);
        keeper.failNext(2 * TestQueues.EVENTS.maxReceives());
        environment.sendFifo(EVENTS, "a", "1", Events.thingHappened(UUID.randomUUID(), "a", 1));
        environment.sendFifo(EVENTS, "a", "2", Events.thingHappened(UUID.randomUUID(), "a", 2));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(environment.size(TestQueues.EVENTS.deadLetterName()))
                        .isEqualTo(2));

        assertThat(post("/operations/things/queues/" + EVENTS + "/redrive"))
                .hasStatus(HttpStatus.ACCEPTED)
                .bodyJson()
                .extractingPath("$.moved")
                .isEqualTo(2);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(keeper.kept("a")).containsExactly(1, 2));
        assertThat(environment.size(TestQueues.EVENTS.deadLetterName())).isZero();
    }

    @Test
    void showsParkedEventsAndResendsThem() {
        JdbcClient jdbc = service.getBean(JdbcClient.class);
        jdbc.sql("""
                        INSERT INTO outbox (envelope_id, event_type, queue, ordering_key, body, created_at, attempts,
                                            next_attempt_at, last_error, parked_at)
                        VALUES (gen_random_uuid(), 'thing.happened', :queue, 'a', :body, now(), 10, now(),
                                'InternalError: injected', now())
                        """)
                .param("queue", TestQueues.OTHER_EVENTS.name())
                .param("body", "the body")
                .update();
        List<Long> ids = jdbc.sql("SELECT id FROM outbox").query(Long.class).list();

        assertThat(get("/operations/things/outbox")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        {"pending":0,"parkedCount":1,"parked":[{"id":%d,"type":"thing.happened","subject":"a",
                         "queue":"others-events.fifo","attempts":10,"lastError":"InternalError: injected"}]}""".formatted(
                        ids.getFirst()));
        assertThat(post("/operations/things/outbox/" + ids.getFirst() + "/resend"))
                .hasStatus(HttpStatus.ACCEPTED);

        assertThat(environment.take(TestQueues.OTHER_EVENTS.name(), 1))
                .singleElement()
                .satisfies(message -> assertThat(message.body()).isEqualTo("the body"));
        assertThat(post("/operations/things/outbox/" + ids.getFirst() + "/resend"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).with(user("olga").roles("operator")).exchange();
    }

    private MvcTestResult post(String uri) {
        return http.post().uri(uri).with(user("olga").roles("operator")).exchange();
    }
}
