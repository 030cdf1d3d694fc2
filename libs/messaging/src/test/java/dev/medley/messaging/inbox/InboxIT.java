package dev.medley.messaging.inbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.medley.messaging.MessagingProperties;
import dev.medley.messaging.fixture.RealParts;
import dev.medley.messaging.fixture.TestEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(RealParts.class)
class InboxIT {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    private final AtomicInteger effects = new AtomicInteger();
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private Inbox inbox;

    @BeforeEach
    void prepare(TestEnvironment environment) {
        DataSource database = environment.migratedDatabase();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        inbox = new Inbox(jdbc, transaction, InstantSource.fixed(NOW));
    }

    @Test
    void runsTheEffectOfAMessageOncePerConsumer() {
        assertThat(inbox.once("mailer", "m1", effects::incrementAndGet)).isTrue();
        assertThat(inbox.once("mailer", "m1", effects::incrementAndGet)).isFalse();
        assertThat(inbox.once("counter", "m1", effects::incrementAndGet)).isTrue();

        assertThat(effects).hasValue(2);
    }

    @Test
    void aFailedEffectLeavesTheMessageUnhandled() {
        assertThatThrownBy(() -> inbox.once("mailer", "m1", () -> {
                    throw new IllegalStateException("effect failed");
                }))
                .hasMessage("effect failed");

        assertThat(rows()).isZero();
        assertThat(inbox.once("mailer", "m1", effects::incrementAndGet)).isTrue();
    }

    @Test
    void joinsTheCallersTransaction() {
        transaction.executeWithoutResult(status -> {
            inbox.once("mailer", "m1", effects::incrementAndGet);
            status.setRollbackOnly();
        });

        assertThat(rows()).isZero();
    }

    @Test
    void aSecondDeliveryWaitsForTheFirstAndTakesOverWhenThatFails() throws Exception {
        CountDownLatch firstIsInside = new CountDownLatch(1);
        CountDownLatch firstMayFail = new CountDownLatch(1);
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(
                () -> inbox.once("mailer", "m1", () -> {
                    firstIsInside.countDown();
                    await(firstMayFail);
                    throw new IllegalStateException("effect failed");
                }),
                Thread::startVirtualThread);
        await(firstIsInside);
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(
                () -> inbox.once("mailer", "m1", effects::incrementAndGet), Thread::startVirtualThread);

        org.awaitility.Awaitility.await().until(() -> waitingTransactions() == 1);
        assertThat(effects).hasValue(0);
        firstMayFail.countDown();

        assertThat(second.get(10, SECONDS)).isTrue();
        assertThat(first).failsWithin(10, SECONDS);
        assertThat(effects).hasValue(1);
    }

    @Test
    void forgetsWhatIsOlderThanTheRetentionHoweverMuchThatIs() {
        int old = 2 * InboxPurge.BATCH + 1;
        jdbc.sql("""
                        INSERT INTO inbox (consumer, message_key, processed_at)
                        SELECT 'mailer', 'old' || n, '2026-10-01T00:00:00Z' FROM generate_series(1, :old) n
                        """).param("old", old).update();
        inbox.once("mailer", "recent", effects::incrementAndGet);
        InboxPurge purge = new InboxPurge(
                jdbc,
                InstantSource.fixed(NOW),
                new MessagingProperties.Inbox(Duration.ofDays(30), Duration.ofHours(1)));

        assertThat(purge.purge()).isEqualTo(old);

        assertThat(jdbc.sql("SELECT message_key FROM inbox").query(String.class).list())
                .containsExactly("recent");
    }

    private long rows() {
        return jdbc.sql("SELECT count(*) FROM inbox").query(Long.class).single();
    }

    private int waitingTransactions() {
        return jdbc.sql("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """).query(Integer.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
