package dev.medley.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.medley.messaging.MessagingProperties.Relay;
import dev.medley.messaging.fixture.FaultySqs;
import dev.medley.messaging.fixture.RealParts;
import dev.medley.messaging.fixture.TestEnvironment;
import dev.medley.messaging.fixture.TestQueues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

@ExtendWith(RealParts.class)
class OutboxRelayIT {

    private static final String QUEUE = TestQueues.EVENTS.name();

    private TestEnvironment environment;
    private OutboxFixture fixture;

    @BeforeEach
    void prepare(TestEnvironment environment) {
        this.environment = environment;
        environment.create(TestQueues.EVENTS);
        fixture = new OutboxFixture(environment);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void sendsTheEnvelopeWithSubjectAsGroupAndIdForDeduplication() {
        fixture.publish("a", 1);
        fixture.startRelay(environment.sqs());

        Message message = environment.take(QUEUE, 1).getFirst();

        assertThat(OutboxFixture.json(message).path("type").asString()).isEqualTo("thing.happened");
        assertThat(OutboxFixture.json(message).path("source").asString()).isEqualTo("things");
        assertThat(message.attributes())
                .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "a")
                .containsEntry(
                        MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID,
                        OutboxFixture.json(message).path("id").asString());
        await().untilAsserted(() -> assertThat(fixture.rows()).isZero());
        await().untilAsserted(() -> assertThat(
                        fixture.meters.counter("outbox.sent", "queue", QUEUE).count())
                .isEqualTo(1));
    }

    @Test
    void aCommitEndsTheRelaysPause() {
        Relay slowPoll = new Relay(
                true, Duration.ofHours(1), 20, 5, Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofSeconds(5));
        fixture.startRelay(environment.sqs(), slowPoll);
        fixture.publish("a", 1);
        assertThat(environment.take(QUEUE, 1)).hasSize(1);

        fixture.publish("a", 2);

        assertThat(environment.take(QUEUE, 1)).hasSize(1);
    }

    @Test
    void twoRelaysKeepTheOrderPerSubjectWhileSendsFailAtRandom() {
        int subjects = 6;
        int eventsPerSubject = 15;
        for (int number = 0; number < eventsPerSubject; number++) {
            for (int subject = 0; subject < subjects; subject++) {
                fixture.publish("s" + subject, number);
            }
        }
        AtomicInteger faults = new AtomicInteger();
        Relay patient = new Relay(
                true,
                Duration.ofMillis(20),
                4,
                Integer.MAX_VALUE,
                Duration.ofMillis(5),
                Duration.ofMillis(20),
                Duration.ofSeconds(5));
        fixture.startRelay(failingAtRandom(new Random(1), faults), patient);
        fixture.startRelay(failingAtRandom(new Random(2), faults), patient);

        List<Message> received = environment.take(QUEUE, subjects * eventsPerSubject);

        Map<String, List<Integer>> numbers = received.stream()
                .collect(Collectors.groupingBy(
                        message -> message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID),
                        Collectors.mapping(OutboxFixture::number, Collectors.toList())));
        List<Integer> inOrder = IntStream.range(0, eventsPerSubject).boxed().toList();
        assertThat(numbers)
                .hasSize(subjects)
                .allSatisfy((_, order) -> assertThat(order).isEqualTo(inOrder));
        assertThat(faults).hasValueGreaterThan(20);
        await().untilAsserted(() -> assertThat(fixture.rows()).isZero());
    }

    @Test
    void sendsTheRestOfABatchWhenSomeOfItAreRefused() {
        AtomicBoolean refuse = new AtomicBoolean(true);
        SqsAsyncClient sqs = FaultySqs.disturb(
                environment.sqs(),
                (request, send) -> FaultySqs.refuseSome(
                        request,
                        send,
                        entry -> refuse.get() && entry.messageGroupId().equals("b"),
                        "InternalError"));
        List.of("a", "b", "c").forEach(subject -> fixture.publish(subject, 1));
        fixture.startRelay(sqs, withAttempts(Integer.MAX_VALUE));

        assertThat(environment.take(QUEUE, 2)).extracting(OutboxRelayIT::group).containsExactlyInAnyOrder("a", "c");
        await().untilAsserted(() -> assertThat(fixture.jdbc
                        .sql("SELECT last_error FROM outbox WHERE ordering_key = 'b' AND attempts > 1")
                        .query(String.class)
                        .optional())
                .hasValueSatisfying(error -> assertThat(error).contains("InternalError")));

        refuse.set(false);
        assertThat(environment.take(QUEUE, 1)).extracting(OutboxRelayIT::group).containsExactly("b");
    }

    @Test
    void aParkedEventBlocksItsOwnSubjectOnlyAndLeavesWhenItIsResent() {
        AtomicBoolean refuse = new AtomicBoolean(true);
        SqsAsyncClient sqs = FaultySqs.disturb(
                environment.sqs(),
                (request, send) -> FaultySqs.refuseSome(
                        request,
                        send,
                        entry -> refuse.get() && entry.messageGroupId().equals("a"),
                        "InternalError"));
        fixture.publish("a", 1);
        fixture.publish("a", 2);
        fixture.publish("b", 1);
        fixture.startRelay(sqs, withAttempts(3));

        await().untilAsserted(() -> assertThat(fixture.backlog.parked()).isEqualTo(1));
        assertThat(environment.take(QUEUE, 1)).extracting(OutboxRelayIT::group).containsExactly("b");
        ParkedEvent parked = fixture.backlog.parked(10).getFirst();
        assertThat(parked.subject()).isEqualTo("a");
        assertThat(parked.attempts()).isEqualTo(3);
        assertThat(parked.lastError()).contains("InternalError");

        refuse.set(false);
        fixture.publish("b", 2);
        assertThat(environment.take(QUEUE, 1)).extracting(OutboxRelayIT::group).containsExactly("b");
        await().untilAsserted(() -> assertThat(fixture.backlog.pending()).isEqualTo(1));

        assertThat(fixture.backlog.release(parked.id(), java.time.Instant.now()))
                .isTrue();
        assertThat(environment.take(QUEUE, 2)).extracting(OutboxFixture::number).containsExactly(1, 2);
    }

    @Test
    void parksWhatIsTooLongAtOnceAndSendsItsNeighbours() {
        fixture.publish("a", 1);
        fixture.insert(QUEUE, "b", "x".repeat(SendBatches.MAX_BYTES + 1));
        fixture.publish("c", 1);
        fixture.startRelay(environment.sqs());

        assertThat(environment.take(QUEUE, 2)).extracting(OutboxRelayIT::group).containsExactlyInAnyOrder("a", "c");
        await().untilAsserted(() -> assertThat(fixture.backlog.parked(10))
                .singleElement()
                .satisfies(parked -> assertThat(parked.subject()).isEqualTo("b"))
                .satisfies(parked -> assertThat(parked.attempts()).isEqualTo(1)));
    }

    @Test
    void parksWhatSqsCannotHoldAndSendsItsNeighbours() {
        fixture.publish("a", 1);
        fixture.insert(QUEUE, "b", "not allowed: \uFFFF");
        fixture.publish("c", 1);
        fixture.startRelay(environment.sqs());

        assertThat(environment.take(QUEUE, 2)).extracting(OutboxRelayIT::group).containsExactlyInAnyOrder("a", "c");
        await().untilAsserted(() -> assertThat(fixture.backlog.parked(10))
                .singleElement()
                .satisfies(parked -> assertThat(parked.subject()).isEqualTo("b"))
                .satisfies(parked -> assertThat(parked.attempts()).isEqualTo(1)));
    }

    @Test
    void aRequestRefusedAsAWholeIsTakenApart() {
        SqsAsyncClient sqs = FaultySqs.disturb(
                environment.sqs(),
                (request, send) -> request.entries().stream()
                                .anyMatch(entry -> entry.messageGroupId().equals("b"))
                        ? CompletableFuture.failedFuture(SqsException.builder()
                                .statusCode(400)
                                .message("injected refusal")
                                .build())
                        : send.apply(request));
        List.of("a", "b", "c").forEach(subject -> fixture.publish(subject, 1));
        Relay once = new Relay(
                true, Duration.ofMillis(50), 20, 5, Duration.ofHours(1), Duration.ofHours(1), Duration.ofSeconds(5));
        fixture.startRelay(sqs, once);

        assertThat(environment.take(QUEUE, 2)).extracting(OutboxRelayIT::group).containsExactlyInAnyOrder("a", "c");
        await().untilAsserted(() -> assertThat(fixture.rows()).isEqualTo(1));
    }

    @Test
    void anOutageParksNothingAndDoesNotCountAgainstTheMessage() {
        AtomicBoolean down = new AtomicBoolean(true);
        AtomicInteger refusalsLeft = new AtomicInteger(1);
        SqsAsyncClient sqs = FaultySqs.disturb(
                environment.sqs(),
                (request, send) -> down.get()
                        ? outage()
                        : FaultySqs.refuseSome(
                                request, send, _ -> refusalsLeft.getAndDecrement() > 0, "InternalError"));
        fixture.publish("a", 1);
        fixture.startRelay(sqs, withAttempts(2));

        await().untilAsserted(() -> assertThat(fixture.jdbc
                        .sql("SELECT attempts FROM outbox")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(3));
        assertThat(fixture.backlog.parked()).isZero();

        down.set(false);
        assertThat(environment.take(QUEUE, 1)).hasSize(1);
        assertThat(refusalsLeft).hasNegativeValue();
    }

    @Test
    void stoppingFinishesTheBatchInHand() {
        CountDownLatch sending = new CountDownLatch(1);
        CompletableFuture<Void> mayAnswer = new CompletableFuture<>();
        SqsAsyncClient sqs = FaultySqs.disturb(environment.sqs(), (request, send) -> {
            sending.countDown();
            return mayAnswer.thenCompose(_ -> send.apply(request));
        });
        fixture.publish("a", 1);
        OutboxRelay relay = fixture.startRelay(sqs);
        await().until(() -> sending.getCount() == 0);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(relay::stop, Thread::startVirtualThread);
        await().until(() -> !relay.isRunning());
        assertThat(stopped).isNotDone();
        mayAnswer.complete(null);

        await().until(stopped::isDone);
        assertThat(fixture.rows()).isZero();
    }

    /** A third of the requests each: answered honestly, refused in part, lost before or after SQS has taken them. */
    private SqsAsyncClient failingAtRandom(Random random, AtomicInteger faults) {
        return FaultySqs.disturb(environment.sqs(), (request, send) -> {
            int dice;
            synchronized (random) {
                dice = random.nextInt(6);
            }
            if (dice > 3) {
                return send.apply(request);
            }
            faults.incrementAndGet();
            return switch (dice) {
                case 0 -> outage();
                case 1 -> send.apply(request).thenCompose(_ -> outage());
                default ->
                    FaultySqs.refuseSome(
                            request, send, entry -> Integer.parseInt(entry.id()) % 2 == 0, "InternalError");
            };
        });
    }

    private static CompletableFuture<SendMessageBatchResponse> outage() {
        return CompletableFuture.failedFuture(SdkClientException.create("injected outage"));
    }

    private static Relay withAttempts(int maxAttempts) {
        Relay fast = OutboxFixture.FAST;
        return new Relay(
                true,
                fast.pollInterval(),
                fast.batchSize(),
                maxAttempts,
                fast.initialBackoff(),
                fast.maxBackoff(),
                fast.sendTimeout());
    }

    private static String group(Message message) {
        return String.valueOf(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID));
    }
}
