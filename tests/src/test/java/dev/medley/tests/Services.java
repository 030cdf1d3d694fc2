package dev.medley.tests;

import dev.medley.contracts.Queues;
import dev.medley.simulators.GoProSimulator;
import dev.medley.simulators.MediaLibrary;
import dev.medley.testing.TestPlatform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** All services as processes of their own, with a {@link FaultProxy} before SQS and one before S3. */
final class Services implements AutoCloseable {

    /** Of a file that media-sync carries in parts: the least that S3 takes. */
    static final long PART_BYTES = 5 << 20;

    private static final int LONG_POLL_SECONDS = 2;

    /**
     * How long what a killed service held stays out of reach. Production waits longer and tests need not; but longer than
     * a long poll, because one that outlives its sender would take the message once more, and than a picture takes.
     */
    private static final int SILENCE_SECONDS = 10;

    private final TestPlatform platform;
    private final FaultProxy queues;
    private final FaultProxy objects;
    private final ServiceProcess identity;
    private final ServiceProcess images;
    private final GoProSimulator goPro;
    private final ServiceProcess mediaSync;

    /** Prepares everything; {@link #allReady} starts the processes. */
    Services(TestPlatform platform) {
        this.platform = platform;
        this.queues = new FaultProxy(platform.parts().queues().endpoint());
        this.objects = new FaultProxy(platform.parts().objects().endpoint());
        this.images = describe(
                "images",
                Map.of(
                        "spring.cloud.aws.s3.endpoint",
                        objects.endpoint().toString(),
                        "medley.images.lease",
                        SILENCE_SECONDS + "s"));
        this.identity = describe(
                "identity",
                Map.of(
                        // A send that a test holds back is not given up meanwhile.
                        "medley.messaging.relay.send-timeout",
                        "60s",
                        "medley.images-url",
                        images.uri().toString(),
                        // All users of these tests come from one address and are in a hurry.
                        "medley.identity.limits.address-mail.requests",
                        "1000",
                        "medley.identity.mail-step",
                        "50ms",
                        // A sign-up that starts everything for the first time is not sent twice.
                        "medley.cognito.attempt-limit",
                        "30s",
                        "medley.cognito.call-limit",
                        "60s"));
        this.goPro = GoProSimulator.start(new MediaLibrary(), 0, "gopro-secret");
        this.mediaSync = describe(
                "media-sync",
                Map.of(
                        "spring.cloud.aws.s3.endpoint",
                        objects.endpoint().toString(),
                        "medley.media-sync.providers.gopro.base-url",
                        goPro.address().toString(),
                        "medley.upstream.allowed-hosts",
                        "127.0.0.1",
                        "medley.media-sync.transfer.multipart-threshold",
                        PART_BYTES + "B",
                        "medley.media-sync.transfer.part-size",
                        PART_BYTES + "B",
                        "medley.media-sync.copies.lease",
                        SILENCE_SECONDS + "s"));
        Queues.load().queues().forEach(queue -> shortenVisibility(queue.name()));
        Stream.of(identity, images).parallel().forEach(ServiceProcess::rehearse);
    }

    private ServiceProcess describe(String name, Map<String, String> own) {
        Map<String, String> configuration = new HashMap<>(platform.parts().configurationOf(name));
        configuration.put("spring.cloud.aws.sqs.endpoint", queues.endpoint().toString());
        // Shows ContractIT what the service really routes.
        configuration.put("management.endpoints.web.exposure.include", "health,info,mappings");
        configuration.put("spring.cloud.aws.sqs.listener.poll-timeout", LONG_POLL_SECONDS + "s");
        configuration.putAll(own);
        return new ServiceProcess(name, configuration);
    }

    private void shortenVisibility(String queue) {
        var local = platform.parts().queues();
        local.client()
                .setQueueAttributes(request -> request.queueUrl(local.url(queue))
                        .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(SILENCE_SECONDS))));
    }

    /** Names of all services. */
    static List<String> names() {
        return List.of("identity", "images", "media-sync");
    }

    /** The parts around the services. */
    TestPlatform platform() {
        return platform;
    }

    /** Before SQS. */
    FaultProxy queues() {
        return queues;
    }

    /** Before S3, for images. */
    FaultProxy objects() {
        return objects;
    }

    /** A service by name. */
    ServiceProcess service(String name) {
        return switch (name) {
            case "identity" -> identity;
            case "images" -> images;
            case "media-sync" -> mediaSync;
            default -> throw new IllegalArgumentException("there is no service " + name);
        };
    }

    /** The identity service. */
    ServiceProcess identity() {
        return identity;
    }

    /** The images service. */
    ServiceProcess images() {
        return images;
    }

    /** The media-sync service. */
    ServiceProcess mediaSync() {
        return mediaSync;
    }

    /** The cloud that media-sync reads. */
    GoProSimulator goPro() {
        return goPro;
    }

    /** Starts what does not run, all at once, and forgets faults that an earlier test left. */
    void allReady() {
        queues.disarm();
        objects.disarm();
        Stream.of(identity, images, mediaSync)
                .map(ServiceProcess::start)
                .toList()
                .forEach(ServiceProcess::awaitReady);
    }

    @Override
    public void close() {
        Stream.of(identity, images, mediaSync, goPro, queues, objects).forEach(Services::closeOne);
    }

    private static void closeOne(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
