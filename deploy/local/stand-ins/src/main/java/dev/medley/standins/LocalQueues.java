package dev.medley.standins;

import dev.medley.contracts.QueueDefinition;
import dev.medley.contracts.Queues;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
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

    private final QueueStore store;
    private final SQSRestServer server;
    private final URI endpoint;
    private final SqsClient client;

    private LocalQueues(QueueStore store, SQSRestServer server, AwsAccount account) {
        this.store = store;
        this.server = server;
        this.endpoint = URI.create(
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
        this.client = SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(account.region()))
                .credentialsProvider(StaticCredentialsProvider.create(account.credentials()))
                .build();
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
        LocalQueues local = new LocalQueues(store, server, account);
        queues.queues().forEach(local::create);
        return local;
    }

    private void create(QueueDefinition queue) {
        String deadLetterUrl = create(queue.deadLetterName(), Map.of(), queue.fifo());
        String deadLetterArn = client.getQueueAttributes(
                        request -> request.queueUrl(deadLetterUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
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

    private String create(String name, Map<QueueAttributeName, String> attributes, boolean fifo) {
        Map<QueueAttributeName, String> all = new HashMap<>(attributes);
        all.putIfAbsent(QueueAttributeName.MESSAGE_RETENTION_PERIOD, FOURTEEN_DAYS);
        if (fifo) {
            all.put(QueueAttributeName.FIFO_QUEUE, "true");
        }
        return client.createQueue(request -> request.queueName(name).attributes(all))
                .queueUrl();
    }

    /** What SDK clients take as endpoint override. */
    public URI endpoint() {
        return endpoint;
    }

    /** A client of this server, closed with it. */
    public SqsClient client() {
        return client;
    }

    /** The address of an existing queue. */
    public String url(String name) {
        return client.getQueueUrl(request -> request.queueName(name)).queueUrl();
    }

    @Override
    public void close() {
        client.close();
        server.stopAndWait();
        store.close();
    }
}
