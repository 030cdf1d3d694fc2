package dev.medley.tests;

import dev.medley.contracts.QueueDefinition;
import dev.medley.contracts.Queues;
import dev.medley.standins.LocalQueues;
import dev.medley.testing.TestPlatform;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What the services have done, seen from outside: in the database, as its administrator, and on the queues. */
final class Effects {

    /** Several rounds of redelivery, on a machine that is busy with other things. */
    private static final Duration SETTLING_LIMIT = Duration.ofMinutes(2);

    private static final Duration SETTLED = Duration.ofMillis(500);

    private final JdbcClient database;
    private final LocalQueues queues;
    private final Queues definitions = Queues.load();

    Effects(TestPlatform platform) {
        this.database = JdbcClient.create(platform.parts().postgres().administrator());
        this.queues = platform.parts().queues();
    }

    /**
     * An event that waits in an outbox.
     *
     * @param id of its envelope
     * @param key its ordering key
     * @param body the envelope
     */
    record WaitingEvent(UUID id, String key, String body) {}

    /**
     * An image in the database.
     *
     * @param status where it stands
     * @param attempts how often it was started on
     * @param version how often it was changed
     * @param renditions how many it has
     */
    record ImageState(String status, int attempts, long version, int renditions) {}

    /** How many galleries a user has. */
    int galleriesOf(String userId) {
        return database.sql("SELECT count(*) FROM images.gallery WHERE user_id = :userId")
                .param("userId", userId)
                .query(Integer.class)
                .single();
    }

    /** How many events the images service has handled so far. */
    int handledEvents() {
        return database.sql("SELECT count(*) FROM images.inbox")
                .query(Integer.class)
                .single();
    }

    /** How often the images service has handled an event. */
    int handled(WaitingEvent event) {
        return database.sql("SELECT count(*) FROM images.inbox WHERE message_key = :id")
                .param("id", event.id().toString())
                .query(Integer.class)
                .single();
    }

    /** What the identity service still has to send. */
    List<WaitingEvent> identityOutbox() {
        return database.sql("SELECT envelope_id AS id, ordering_key AS key, body FROM identity.outbox ORDER BY id")
                .query(WaitingEvent.class)
                .list();
    }

    /** An image. */
    ImageState image(UUID id) {
        return database.sql("""
                        SELECT status, attempts, version,
                               (SELECT count(*) FROM images.rendition WHERE image_id = image.id) AS renditions
                        FROM images.image
                        WHERE id = :id
                        """).param("id", id).query(ImageState.class).single();
    }

    /** How often identity has handled the news that an image is processed. */
    int processedNews() {
        return handledByIdentity("imageProcessedHandler");
    }

    /** The same of a rejected one. */
    int rejectedNews() {
        return handledByIdentity("imageRejectedHandler");
    }

    private int handledByIdentity(String consumer) {
        return database.sql("SELECT count(*) FROM identity.inbox WHERE consumer = :consumer")
                .param("consumer", consumer)
                .query(Integer.class)
                .single();
    }

    /** Messages in a queue, received ones included. */
    int messages(String queue) {
        return queues
                .client()
                .getQueueAttributes(request -> request.queueUrl(queues.url(queue))
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** Messages that some service gave up. */
    int deadLetters() {
        return definitions.queues().stream()
                .map(QueueDefinition::deadLetterName)
                .mapToInt(this::messages)
                .sum();
    }

    /** Puts an event on a queue once more, so that SQS does not recognise it. */
    void sendAgain(WaitingEvent event, String queue) {
        queues.client()
                .sendMessage(request -> request.queueUrl(queues.url(queue))
                        .messageBody(event.body())
                        .messageGroupId(event.key())
                        .messageDeduplicationId(UUID.randomUUID().toString()));
    }

    /**
     * Waits until nothing is left to send or to handle. Outboxes first: what left them is on a queue. A handler that
     * publishes between the two looks shows in a later one.
     */
    void awaitSettled() {
        Awaitility.await("everything is sent and handled")
                .atMost(SETTLING_LIMIT)
                .during(SETTLED)
                .until(() -> waiting() == 0);
    }

    private int waiting() {
        int unsent = database.sql(
                        "SELECT (SELECT count(*) FROM identity.outbox) + (SELECT count(*) FROM images.outbox)")
                .query(Integer.class)
                .single();
        return unsent > 0 ? unsent : onQueues(definitions.queues());
    }

    private int onQueues(Collection<QueueDefinition> all) {
        return all.stream().map(QueueDefinition::name).mapToInt(this::messages).sum();
    }
}
