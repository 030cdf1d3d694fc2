package dev.medley.messaging.outbox;

import dev.medley.messaging.EventFormat;
import dev.medley.messaging.MessagingProperties.Relay;
import dev.medley.messaging.QueueDirectory;
import dev.medley.messaging.fixture.TestEnvironment;
import dev.medley.messaging.fixture.ThingHappened;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;

/** An outbox and any number of relays on one database. */
final class OutboxFixture implements AutoCloseable {

    static final Relay FAST = new Relay(
            true, Duration.ofMillis(50), 20, 5, Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofSeconds(5));

    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final OutboxBacklog backlog;
    final MeterRegistry meters = new SimpleMeterRegistry();
    final OutboxSignal signal = new OutboxSignal();

    private final TestEnvironment environment;
    private final OutboxTable table;
    private final List<OutboxRelay> relays = new ArrayList<>();

    OutboxFixture(TestEnvironment environment) {
        this.environment = environment;
        DataSource database = environment.migratedDatabase();
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.jdbc = JdbcClient.create(database);
        this.table = new OutboxTable(jdbc);
        this.backlog = new OutboxBacklog(jdbc);
    }

    Outbox outbox() {
        return new Outbox(
                table,
                directory(environment.sqs()),
                new EventFormat(),
                new CurrentTrace(null),
                signal,
                InstantSource.system(),
                "things");
    }

    void publish(String subject, int number) {
        transaction.executeWithoutResult(_ -> outbox().publish(subject, new ThingHappened(subject, number)));
    }

    /** Writes a row as an older version of the service might have left it. */
    void insert(String queue, String subject, String body) {
        table.insert(new OutboxTable.NewRow(
                TimeOrderedUuid.at(InstantSource.system().instant()),
                "thing.happened",
                queue,
                subject,
                body,
                null,
                InstantSource.system().instant()));
    }

    OutboxRelay startRelay(SqsAsyncClient sqs) {
        return startRelay(sqs, FAST);
    }

    OutboxRelay startRelay(SqsAsyncClient sqs, Relay settings) {
        OutboxSender sender = new OutboxSender(sqs, directory(sqs), settings.sendTimeout());
        OutboxRelay relay =
                new OutboxRelay(table, sender, signal, transaction, meters, InstantSource.system(), settings);
        relays.add(relay);
        relay.start();
        return relay;
    }

    long rows() {
        return jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single();
    }

    static int number(Message message) {
        return json(message).path("data").path("number").asInt();
    }

    static JsonNode json(Message message) {
        return new EventFormat().parse(message.body());
    }

    private QueueDirectory directory(SqsAsyncClient sqs) {
        return new QueueDirectory(environment.queues(), environment.prefix(), "things", sqs);
    }

    @Override
    public void close() {
        relays.forEach(OutboxRelay::stop);
    }
}
