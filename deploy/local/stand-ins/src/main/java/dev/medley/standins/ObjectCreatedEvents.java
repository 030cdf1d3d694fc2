package dev.medley.standins;

import dev.medley.contracts.QueueDefinition.ObjectCreatedSource;
import dev.medley.contracts.Queues;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends S3's notifications to the queues that ask for them, in the form that AWS documents (event structure 2.1; keys
 * URL-encoded with {@code +} for a space; a {@code s3:TestEvent} whenever a notification is set up).
 */
final class ObjectCreatedEvents {

    private final Queues definitions;
    private final LocalQueues queues;
    private final String region;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();
    private final AtomicLong sequence;

    ObjectCreatedEvents(Queues definitions, LocalQueues queues, String region, InstantSource clock) {
        this.definitions = definitions;
        this.queues = queues;
        this.region = region;
        this.clock = clock;
        // Starts above every number of an earlier run, as the sequencer of one key must only grow.
        this.sequence = new AtomicLong(clock.millis() * 1_000);
    }

    void announce() {
        definitions.queues().forEach(queue -> {
            ObjectCreatedSource source = queue.objectCreated();
            if (source != null) {
                send(
                        queue.name(),
                        Map.of(
                                "Service",
                                "Amazon S3",
                                "Event",
                                "s3:TestEvent",
                                "Time",
                                clock.instant().toString(),
                                "Bucket",
                                Buckets.PREFIX + source.bucket(),
                                "RequestId",
                                UUID.randomUUID().toString(),
                                "HostId",
                                UUID.randomUUID().toString()));
            }
        });
    }

    void objectCreated(String event, String bucket, String key, long size, String eTag) {
        definitions.queues().forEach(queue -> {
            ObjectCreatedSource source = queue.objectCreated();
            if (source != null && bucket.equals(Buckets.PREFIX + source.bucket()) && key.startsWith(source.prefix())) {
                send(queue.name(), Map.of("Records", List.of(entry(event, bucket, key, size, eTag))));
            }
        });
    }

    private Map<String, Object> entry(String event, String bucket, String key, long size, String eTag) {
        Map<String, Object> object = Map.of(
                "key",
                URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/"),
                "size",
                size,
                "eTag",
                eTag.replace("\"", ""),
                "sequencer",
                "%016X".formatted(sequence.incrementAndGet()));
        Map<String, Object> s3 = Map.of(
                "s3SchemaVersion",
                "1.0",
                "configurationId",
                "medley",
                "bucket",
                Map.of(
                        "name",
                        bucket,
                        "ownerIdentity",
                        Map.of("principalId", "medley"),
                        "arn",
                        "arn:aws:s3:::" + bucket),
                "object",
                object);
        return Map.of(
                "eventVersion",
                "2.1",
                "eventSource",
                "aws:s3",
                "awsRegion",
                region,
                "eventTime",
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                "eventName",
                event,
                "userIdentity",
                Map.of("principalId", "medley"),
                "requestParameters",
                Map.of("sourceIPAddress", "127.0.0.1"),
                "responseElements",
                Map.of("x-amz-request-id", UUID.randomUUID().toString()),
                "s3",
                s3);
    }

    private void send(String queue, Map<String, Object> body) {
        queues.client()
                .sendMessage(request -> request.queueUrl(queues.url(queue)).messageBody(json.writeValueAsString(body)));
    }
}
