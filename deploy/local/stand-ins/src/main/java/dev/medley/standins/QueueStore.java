package dev.medley.standins;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.List$;

/** Keeps ElasticMQ's messages in a file, as SQS keeps them: a stopped platform loses none that were sent. */
final class QueueStore {

    private static final Duration RESTORE_LIMIT = Duration.ofSeconds(20);

    private final ActorSystem actors = ActorSystem.create("elasticmq");
    private final @Nullable ActorRef listener;
    private final ActorRef manager;

    /** Restores what {@code directory} holds; null keeps messages in memory only. */
    QueueStore(@Nullable Path directory) {
        listener = directory == null
                ? null
                : actors.actorOf(Props.create(SqlQueuePersistenceActor.class, () -> {
                    String url = "jdbc:h2:" + directory.resolve("messages").toAbsolutePath();
                    var config = new SqlQueuePersistenceConfig(true, "org.h2.Driver", url, "", "", false);
                    return new SqlQueuePersistenceActor(config, List$.MODULE$.empty());
                }));
        manager = actors.actorOf(Props.create(
                QueueManagerActor.class,
                () -> new QueueManagerActor(new NowProvider(), StrictSQSLimits$.MODULE$, Option.apply(listener))));
        if (listener != null) {
            restore(listener);
        }
    }

    private void restore(ActorRef store) {
        try {
            Patterns.ask(store, new QueueEvent.Restore(manager), RESTORE_LIMIT)
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the queues' messages could not be restored", e.getCause());
        }
    }

    TheSQSRestServerBuilder serverBuilder() {
        TheSQSRestServerBuilder builder =
                SQSRestServerBuilder.withActorSystem(actors).withQueueManagerActor(manager);
        return listener == null ? builder : builder.withQueueEventListener(listener);
    }

    void close() {
        actors.terminate();
        actors.getWhenTerminated().toCompletableFuture().join();
    }
}
