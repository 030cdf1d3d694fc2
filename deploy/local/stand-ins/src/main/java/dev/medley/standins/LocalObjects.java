package dev.medley.standins;

import dev.medley.contracts.QueueDefinition;
import dev.medley.contracts.Queues;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.options.CreateContainerOptions;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/**
 * S3 on the loopback address: S3Proxy, which checks signatures and pre-signed conditions, with the buckets of
 * {@code deploy/buckets.yaml} and the notifications of {@code deploy/queues.yaml}.
 */
public final class LocalObjects implements AutoCloseable {

    private final URI endpoint;
    private final Closeable server;

    private LocalObjects(URI endpoint, Closeable server) {
        this.endpoint = endpoint;
        this.server = server;
    }

    /**
     * Starts the server and creates what is missing.
     *
     * @param directory where objects stay between runs; null for memory only
     * @param port to listen on; 0 for any free one
     * @param account what clients have to sign with
     * @param queues receive the notifications
     * @param definitions say which queue is told of what
     * @param origins browser origins that may send to pre-signed addresses
     */
    public static LocalObjects start(
            @Nullable Path directory,
            int port,
            AwsAccount account,
            LocalQueues queues,
            Queues definitions,
            List<String> origins) {
        ObjectCreatedEvents events =
                new ObjectCreatedEvents(definitions, queues, account.region(), InstantSource.system());
        BlobStore store = directory == null ? new TransientNio2BlobStore() : onDisk(directory);
        Buckets.load()
                .buckets()
                .forEach(bucket ->
                        store.createContainer(Buckets.PREFIX + bucket.name(), new CreateContainerOptions(false)));
        S3Proxy server = S3Proxy.builder()
                .blobStore(new NotifyingBlobStore(store, events))
                .endpoint(URI.create("http://127.0.0.1:" + port))
                // Object tags: S3Proxy keeps none and would refuse objects that have some.
                .ignoreUnknownHeaders(true)
                .awsAuthentication(AuthenticationType.AWS_V4, account.accessKeyId(), account.secretAccessKey())
                .corsRules(new CrossOriginResourceSharing(
                        origins, List.of("GET", "PUT", "HEAD"), List.of("*"), List.of("ETag"), "false"))
                .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server did not start on port " + port, e);
        }
        events.announce();
        return new LocalObjects(URI.create("http://127.0.0.1:" + server.getPort()), () -> stop(server));
    }

    /** Uses a running S3 that has notifications of its own, which stays the caller's to stop, and sets it up. */
    static LocalObjects connectedTo(URI endpoint, AwsAccount account, LocalQueues queues, Queues definitions) {
        try (S3Client s3 = S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.of(account.region()))
                .credentialsProvider(StaticCredentialsProvider.create(account.credentials()))
                .build()) {
            for (Buckets.Bucket bucket : Buckets.load().buckets()) {
                String name = Buckets.PREFIX + bucket.name();
                s3.createBucket(request -> request.bucket(name)
                        .createBucketConfiguration(location -> location.locationConstraint(account.region())));
                List<QueueConfiguration> notifications = definitions.queues().stream()
                        .filter(queue -> queue.objectCreated() != null
                                && queue.objectCreated().bucket().equals(bucket.name()))
                        .map(queue -> notification(queues.arn(queue.name()), queue))
                        .toList();
                if (!notifications.isEmpty()) {
                    s3.putBucketNotificationConfiguration(request -> request.bucket(name)
                            .notificationConfiguration(wanted -> wanted.queueConfigurations(notifications)));
                }
            }
        }
        return new LocalObjects(endpoint, () -> {});
    }

    private static QueueConfiguration notification(String queueArn, QueueDefinition queue) {
        String prefix = Objects.requireNonNull(queue.objectCreated()).prefix();
        return QueueConfiguration.builder()
                .queueArn(queueArn)
                .events(Event.S3_OBJECT_CREATED)
                .filter(filter -> filter.key(key -> key.filterRules(
                        FilterRule.builder().name("prefix").value(prefix).build())))
                .build();
    }

    private static BlobStore onDisk(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilesystemNio2BlobStore(directory.toAbsolutePath().toString());
    }

    /** What SDK clients take as endpoint override. */
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the S3 server did not stop", e);
        }
    }

    private static void stop(S3Proxy server) throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
