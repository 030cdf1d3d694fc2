package dev.medley.standins;

import dev.medley.contracts.QueueDefinition;
import dev.medley.contracts.Queues;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** SQS on the loopback address: ElasticMQ with the queues and dead-letter queues of {@code deploy/queues.yaml}. */
public final class LocalQueues implements AutoCloseable {

    private static final String FOURTEEN_DAYS = "1209600";
    private static final String FOUR_DAYS = "345600";

    private final URI endpoint;
    private final SqsClient client;
    private final Runnable stop;

    private LocalQueues(URI endpoint, Queues queues, AwsAccount account, Runnable stop) {
        this.endpoint = endpoint;
        this.stop = stop;
        this.client = SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(account.region()))
                .credentialsProvider(StaticCredentialsProvider.create(account.credentials()))
                .build();
        queues.queues().forEach(this::create);
    }

    /** Uses a running server, which stays the caller's to stop, and creates what is missing there. */
    static LocalQueues connectedTo(URI endpoint, Queues queues, AwsAccount account) {
        return new LocalQueues(endpoint, queues, account, () -> {});
    }

    /**
     * Starts the server and creates what is missing.
     *
     * @param directory where messages stay between runs; null for memory only
     * @param port to listen on; 0 for any free one
     * @param queues what to create
     * @param account what clients sign with; ElasticMQ does not check it
     */
    public static LocalQueues start(@Nullable Path directory, int port, Queues queues, AwsAccount account) {
        QueueStore store = new QueueStore(directory);
        var builder = store.serverBuilder()
                .withInterface("127.0.0.1")
                .withSQSLimits(StrictSQSLimits$.MODULE$)
                .withAWSRegion(account.region());
        SQSRestServer server = (port == 0 ? builder.withDynamicPort() : builder.withPort(port)).start();
        URI endpoint = URI.create(
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
        return new LocalQueues(endpoint, queues, account, () -> {
            server.stopAndWait();
            store.close();
        });
    }

    private void create(QueueDefinition queue) {
        create(queue.deadLetterName(), Map.of(), queue.fifo());
        String deadLetterArn = arn(queue.deadLetterName());
        create(
                queue.name(),
                Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        Integer.toString(queue.visibilitySeconds()),
                        QueueAttributeName.MESSAGE_RETENTION_PERIOD,
                        FOUR_DAYS,
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                                .formatted(deadLetterArn, queue.maxReceives())),
                queue.fifo());
    }

    private void create(String name, Map<QueueAttributeName, String> attributes, boolean fifo) {
        Map<QueueAttributeName, String> all = new HashMap<>(attributes);
        all.putIfAbsent(QueueAttributeName.MESSAGE_RETENTION_PERIOD, FOURTEEN_DAYS);
        if (fifo) {
            all.put(QueueAttributeName.FIFO_QUEUE, "true");
        }
        client.createQueue(request -> request.queueName(name).attributes(all));
    }

    /** What SDK clients take as endpoint override. */
    public URI endpoint() {
        return endpoint;
    }

    /** A client of this server, closed with it. */
    public SqsClient client() {
        return client;
    }

    /** The ARN of an existing queue. */
    String arn(String name) {
        String url = url(name);
        return Objects.requireNonNull(
                client.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN));
    }

    /** The address of an existing queue. */
    public String url(String name) {
        return client.getQueueUrl(request -> request.queueName(name)).queueUrl();
    }

    @Override
    public void close() {
        client.close();
        stop.run();
    }
}
