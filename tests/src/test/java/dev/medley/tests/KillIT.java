package dev.medley.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.testing.TestPlatform;
import dev.medley.tests.Effects.ImageState;
import dev.medley.tests.Effects.WaitingEvent;
import dev.medley.tests.IdentityClient.Newcomer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Services are killed, as {@code kill -9} does, where it hurts most; after a restart every effect has happened once. */
@RunningServices
class KillIT {

    private static final String EVENTS = "images-events.fifo";
    private static final String UPLOADS = "images-uploads";
    private static final String SEND = "SendMessage";
    private static final String ACKNOWLEDGE = "DeleteMessage";

    private Services services;
    private IdentityClient identity;
    private Effects effects;
    private int handledBefore;
    private int deadLettersBefore;

    @BeforeEach
    void settle(Services running) {
        services = running;
        identity = new IdentityClient(running);
        effects = new Effects(running.platform());
        effects.awaitSettled();
        handledBefore = effects.handledEvents();
        deadLettersBefore = effects.deadLetters();
    }

    @Test
    void killedBetweenCommitAndSendNothingIsLost() throws Exception {
        List<Newcomer> users = newcomers();

        List<WaitingEvent> committed = confirmAndKillAtTheSend(users, Fault.Moment.BEFORE_FORWARDING);

        assertThat(committed).hasSameSizeAs(users);
        assertThat(effects.messages(EVENTS)).as("nothing was sent").isZero();
        services.identity().start().awaitReady();
        assertEachTookEffectOnce(users, committed);
    }

    @Test
    void killedBetweenSendAndMarkNothingHappensTwice() throws Exception {
        List<Newcomer> users = newcomers();

        List<WaitingEvent> unmarked = confirmAndKillAtTheSend(users, Fault.Moment.AFTER_THE_RESPONSE);

        assertThat(unmarked).as("the one that was sent waits with the others").hasSameSizeAs(users);
        WaitingEvent sent = unmarked.getFirst();
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(() -> assertThat(effects.handled(sent)).isEqualTo(1));
        services.identity().start().awaitReady();
        assertEachTookEffectOnce(users, unmarked);

        // SQS itself drops what is sent again within five minutes; the inbox must not depend on that.
        effects.sendAgain(sent, EVENTS);
        assertEachTookEffectOnce(users, unmarked);
    }

    @Test
    void killedBetweenEffectAndAcknowledgementAnEventTakesEffectOnce() throws Exception {
        Newcomer user = identity.signUp();
        Fault fault = killImages(Fault.Moment.BEFORE_FORWARDING, ACKNOWLEDGE, EVENTS);

        assertThat(identity.confirm(user)).isEqualTo(200);
        fault.awaitStruck();

        assertThat(effects.galleriesOf(user.id())).as("the effect is committed").isEqualTo(1);
        assertThat(effects.messages(EVENTS)).as("it will be delivered again").isEqualTo(1);
        services.images().start().awaitReady();
        assertEachTookEffectOnce(List.of(user), List.of());
    }

    @Test
    void killedBetweenEffectAndAcknowledgementAnUploadIsProcessedOnce() throws Exception {
        ImagesClient images = new ImagesClient(services);
        Fault fault = killImages(Fault.Moment.BEFORE_FORWARDING, ACKNOWLEDGE, UPLOADS);

        UUID image = images.upload();
        fault.awaitStruck();

        ImageState finished = effects.image(image);
        assertThat(finished.status()).isEqualTo("PROCESSED");
        assertThat(finished.attempts()).isEqualTo(1);
        assertThat(finished.renditions()).isEqualTo(4);
        assertThat(effects.messages(UPLOADS)).as("it will be delivered again").isEqualTo(1);
        services.images().start().awaitReady();
        effects.awaitSettled();
        // The version too: publishing a second event would have changed it in the same transaction.
        assertThat(effects.image(image)).isEqualTo(finished);
        assertThat(effects.deadLetters()).isEqualTo(deadLettersBefore);
    }

    @Test
    void killedInTheMiddleOfRenderingAnImageIsTakenOver() throws Exception {
        ImagesClient images = new ImagesClient(services);
        Fault fault = services.objects()
                .arm(new Fault(
                        Fault.Moment.BEFORE_FORWARDING,
                        FaultProxy.put("medley-renditions"),
                        2,
                        services.images()::killHard));

        UUID image = images.upload();
        fault.awaitStruck();

        assertThat(effects.image(image).status()).isEqualTo("RENDERING");
        assertThat(effects.image(image).renditions()).isZero();
        services.images().start().awaitReady();
        effects.awaitSettled();
        ImageState finished = effects.image(image);
        assertThat(finished.status()).isEqualTo("PROCESSED");
        assertThat(finished.attempts()).isEqualTo(2);
        assertThat(finished.renditions()).isEqualTo(4);
        for (JsonNode rendition : images.find(image).path("renditions")) {
            assertThat(images.download(URI.create(rendition.path("url").asString())))
                    .hasSize(rendition.path("bytes").asInt());
        }
        assertThat(effects.deadLetters()).isEqualTo(deadLettersBefore);
    }

    private List<Newcomer> newcomers() {
        return Stream.generate(identity::signUp).limit(5).toList();
    }

    /** The first send is held until all users have their answers, so that all events are committed when it strikes. */
    private List<WaitingEvent> confirmAndKillAtTheSend(List<Newcomer> users, Fault.Moment moment)
            throws IOException, InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        Fault fault = services.queues().arm(moment, FaultProxy.sqs(SEND, EVENTS), () -> {
            await(answered);
            services.identity().killHard();
        });
        for (Newcomer user : users) {
            assertThat(identity.confirm(user)).isEqualTo(200);
        }
        answered.countDown();
        fault.awaitStruck();
        return effects.identityOutbox();
    }

    private Fault killImages(Fault.Moment moment, String action, String queue) {
        return services.queues().arm(moment, FaultProxy.sqs(action, queue), services.images()::killHard);
    }

    private void assertEachTookEffectOnce(List<Newcomer> users, List<WaitingEvent> events) {
        effects.awaitSettled();
        assertThat(users)
                .extracting(user -> effects.galleriesOf(user.id()))
                .as("galleries of each user")
                .containsOnly(1);
        assertThat(events)
                .allSatisfy(event -> assertThat(effects.handled(event)).isEqualTo(1));
        assertThat(effects.handledEvents() - handledBefore).as("events handled").isEqualTo(users.size());
        assertThat(effects.deadLetters()).isEqualTo(deadLettersBefore);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(TestPlatform.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
