package dev.medley.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.testing.TestPlatform;
import dev.medley.tests.Effects.ImageState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many images in flight while the service that makes them is killed, and one while its object store refuses. */
@RunningServices
class ImageFaultIT {

    private static final int IMAGES = Integer.getInteger("medley.test.images-in-flight", 200);
    private static final Duration START_AND_WORK = Duration.ofMinutes(2);
    private static final String UPLOADS = "images-uploads";
    private static final String NEWS = "identity-events.fifo";
    private static final String RENDITIONS = "medley-renditions";

    /** One file of so many is none that can be rendered. */
    private static final int BAD_EVERY = 10;

    private static final byte[] NO_PICTURE = "no picture".getBytes(StandardCharsets.US_ASCII);

    private Services services;
    private Effects effects;
    private ImagesClient images;

    @BeforeEach
    void settle(Services running) {
        services = running;
        effects = new Effects(running.platform());
        effects.awaitSettled();
        images = new ImagesClient(running);
    }

    @Test
    void killedDuringEachStepEveryImageComesToItsEndOnce() throws Exception {
        int processedBefore = effects.processedNews();
        int rejectedBefore = effects.rejectedNews();
        int deadLettersBefore = effects.deadLetters();
        List<JsonNode> tickets = Stream.generate(images::announce).limit(IMAGES).toList();
        Fault receiving = killAt(
                services.queues(), FaultProxy.sqs("ReceiveMessage", UPLOADS), 6, Fault.Moment.AFTER_THE_RESPONSE);

        List<UUID> ids = IntStream.range(0, IMAGES)
                .mapToObj(number ->
                        images.upload(tickets.get(number), isPicture(number) ? ImagesClient.picture() : NO_PICTURE))
                .toList();

        receiving.awaitStruck();
        restartAndKillAt(services.objects(), FaultProxy.get("medley-uploads"), 20, Fault.Moment.AFTER_THE_RESPONSE);
        restartAndKillAt(services.objects(), FaultProxy.put(RENDITIONS), 90, Fault.Moment.AFTER_THE_RESPONSE);
        restartAndKillAt(services.queues(), FaultProxy.sqs("SendMessage", NEWS), 8, Fault.Moment.AFTER_THE_RESPONSE);
        restartAndKillAt(
                services.queues(), FaultProxy.sqs("DeleteMessage", UPLOADS), 5, Fault.Moment.BEFORE_FORWARDING);
        services.images().start().awaitReady();
        effects.awaitSettled();

        List<ImageState> states = ids.stream().map(effects::image).toList();
        assertThat(states).hasSize(IMAGES);
        for (int number = 0; number < IMAGES; number++) {
            ImageState image = states.get(number);
            assertThat(image.status()).as("image %d", number).isEqualTo(isPicture(number) ? "PROCESSED" : "REJECTED");
            assertThat(image.renditions()).as("renditions of %d", number).isEqualTo(isPicture(number) ? 4 : 0);
        }
        assertThat(states.stream().filter(image -> image.attempts() > 1))
                .as("images that were taken over")
                .isNotEmpty();
        assertThat(effects.rejectedNews() - rejectedBefore).as("each told once").isEqualTo(IMAGES / BAD_EVERY);
        assertThat(effects.processedNews() - processedBefore)
                .as("each told once")
                .isEqualTo(IMAGES - IMAGES / BAD_EVERY);
        assertThat(effects.deadLetters()).isEqualTo(deadLettersBefore);
        IntStream.range(0, IMAGES)
                .parallel()
                .filter(ImageFaultIT::isPicture)
                .mapToObj(ids::get)
                .forEach(this::assertRenditionsAreWhole);
    }

    @Test
    void whatThePlatformIsToBlameForFailsAndIsProcessedAfterARedrive() {
        int deadLettersBefore = effects.messages(UPLOADS + "-dlq");
        services.objects().refuse(FaultProxy.put(RENDITIONS));

        UUID id = images.upload();

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE.multipliedBy(2))
                .until(() -> effects.image(id).status().equals("FAILED"));
        JsonNode failed = images.find(id);
        assertThat(failed.path("reason").asString()).isEqualTo("processing-failed");
        assertThat(failed.at("/steps/2/status").asString()).isEqualTo("FAILED");
        assertThat(failed.path("renditions")).isEmpty();
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> effects.messages(UPLOADS + "-dlq") == deadLettersBefore + 1);

        services.objects().disarm();
        assertThat(images.redrive(UPLOADS)).as("not for users").isEqualTo(403);
        assertThat(new ImagesClient(services, operatorToken()).redrive(UPLOADS)).isEqualTo(202);

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> effects.image(id).status().equals("PROCESSED"));
        ImageState processed = effects.image(id);
        assertThat(processed.renditions()).isEqualTo(4);
        assertThat(processed.attempts()).as("counted from the redrive").isEqualTo(1);
        effects.awaitSettled();
        assertThat(effects.messages(UPLOADS + "-dlq")).isEqualTo(deadLettersBefore);
    }

    private static boolean isPicture(int number) {
        return number % BAD_EVERY != 0;
    }

    private Fault killAt(FaultProxy proxy, Predicate<HttpMessage> which, int number, Fault.Moment moment) {
        return proxy.arm(new Fault(moment, which, number, services.images()::killHard));
    }

    private void restartAndKillAt(FaultProxy proxy, Predicate<HttpMessage> which, int number, Fault.Moment moment)
            throws InterruptedException {
        Fault fault = killAt(proxy, which, number, moment);
        services.images().start();
        fault.awaitStruck(START_AND_WORK);
    }

    private void assertRenditionsAreWhole(UUID id) {
        JsonNode image = images.find(id);
        assertThat(image.path("renditions"))
                .extracting(rendition -> rendition.path("name").asString())
                .containsExactly("thumbnail", "800x600", "1200x900", "1920x1080");
        for (JsonNode rendition : image.path("renditions")) {
            byte[] content = images.download(URI.create(rendition.path("url").asString()));
            assertThat(sha256(content)).isEqualTo(rendition.path("sha256").asString());
        }
    }

    private String operatorToken() {
        String email = "operator-" + UUID.randomUUID() + "@example.com";
        return services.platform().signedInUser(email, "operator").accessToken();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
