package dev.medley.messaging.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.medley.contracts.EventType;
import dev.medley.messaging.fixture.RealParts;
import dev.medley.messaging.fixture.TestEnvironment;
import dev.medley.messaging.fixture.TestQueues;
import dev.medley.messaging.fixture.ThingHappened;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.IllegalTransactionStateException;

@ExtendWith(RealParts.class)
class OutboxIT {

    private OutboxFixture fixture;

    @BeforeEach
    void prepare(TestEnvironment environment) {
        environment.define(TestQueues.EVENTS);
        environment.define(TestQueues.OTHER_EVENTS);
        environment.define(TestQueues.UPLOADS);
        fixture = new OutboxFixture(environment);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void storesOneMessagePerSubscribedQueue() {
        fixture.publish("a", 1);

        assertThat(fixture.jdbc
                        .sql("SELECT queue FROM outbox")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("things-events.fifo", "others-events.fifo");
        assertThat(fixture.jdbc
                        .sql("SELECT DISTINCT envelope_id FROM outbox")
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void aRolledBackChangePublishesNothing() {
        fixture.transaction.executeWithoutResult(status -> {
            fixture.outbox().publish("a", new ThingHappened("a", 1));
            status.setRollbackOnly();
        });

        assertThat(fixture.rows()).isZero();
    }

    @Test
    void refusesToPublishOutsideATransaction() {
        assertThatThrownBy(() -> fixture.outbox().publish("a", new ThingHappened("a", 1)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(fixture.rows()).isZero();
    }

    @Test
    void storesNothingForAnEventNobodySubscribesTo() {
        fixture.transaction.executeWithoutResult(_ -> fixture.outbox().publish("a", new Unheard("a")));

        assertThat(fixture.rows()).isZero();
    }

    @Test
    void refusesARecordThatIsNoEventAndASubjectThatIsNoKey() {
        fixture.transaction.executeWithoutResult(_ -> {
            Outbox outbox = fixture.outbox();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> outbox.publish("a", "text"))
                    .withMessageContaining("@EventType");
            for (String subject : List.of("", "two words", "x".repeat(129), "ä")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> outbox.publish(subject, new ThingHappened("a", 1)))
                        .withMessageContaining("subject");
            }
        });
    }

    @Test
    void metersTellHowMuchWaitsForHowLongAndWhatIsParked() {
        MeterRegistry meters = new SimpleMeterRegistry();
        Instant later = Instant.now().plus(Duration.ofMinutes(5));
        new OutboxMetrics(fixture.backlog, InstantSource.fixed(later)).bindTo(meters);
        assertThat(meters.get("outbox.oldest.age").timeGauge().value(TimeUnit.SECONDS))
                .isZero();

        fixture.publish("a", 1);
        fixture.jdbc
                .sql("UPDATE outbox SET parked_at = now() WHERE queue = :queue")
                .param("queue", TestQueues.OTHER_EVENTS.name())
                .update();

        assertThat(meters.get("outbox.pending").gauge().value()).isEqualTo(1);
        assertThat(meters.get("outbox.parked").gauge().value()).isEqualTo(1);
        assertThat(meters.get("outbox.oldest.age").timeGauge().value(TimeUnit.SECONDS))
                .isBetween(270.0, 300.0);
    }

    @Test
    void publishersOfOneSubjectTakeTurnsSoThatIdsFollowCommits() throws Exception {
        CountDownLatch firstHasPublished = new CountDownLatch(1);
        CountDownLatch firstMayCommit = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> fixture.transaction.executeWithoutResult(_ -> {
            fixture.outbox().publish("a", new ThingHappened("a", 1));
            firstHasPublished.countDown();
            await(firstMayCommit);
        }));
        await(firstHasPublished);
        CompletableFuture<Void> second =
                CompletableFuture.runAsync(() -> fixture.publish("a", 2), Thread::startVirtualThread);
        CompletableFuture<Void> otherSubject =
                CompletableFuture.runAsync(() -> fixture.publish("b", 3), Thread::startVirtualThread);

        otherSubject.get(10, SECONDS);
        assertThat(waitingForALock()).isEqualTo(1);
        assertThat(second).isNotDone();
        firstMayCommit.countDown();
        first.get(10, SECONDS);
        second.get(10, SECONDS);
        assertThat(fixture.jdbc
                        .sql("SELECT body::json -> 'data' ->> 'number' FROM outbox WHERE queue = :queue"
                                + " AND ordering_key = 'a' ORDER BY id")
                        .param("queue", TestQueues.EVENTS.name())
                        .query(String.class)
                        .list())
                .containsExactly("1", "2");
    }

    /** Sessions of this database that wait for an advisory lock, as soon as there is one. */
    private int waitingForALock() {
        return org.awaitility.Awaitility.await()
                .until(
                        () -> fixture.jdbc
                                .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                                        + " AND database = (SELECT oid FROM pg_database"
                                        + " WHERE datname = current_database())")
                                .query(Integer.class)
                                .single(),
                        waiting -> waiting > 0);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @EventType("thing.unheard")
    record Unheard(String thingId) {}
}
