package dev.medley.messaging.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.medley.messaging.NonRetryableMessageException;
import dev.medley.messaging.RetryLaterException;
import dev.medley.messaging.fixture.RealParts;
import dev.medley.messaging.fixture.TestEnvironment;
import dev.medley.messaging.fixture.TestQueues;
import io.awspring.cloud.sqs.annotation.SqsListener;
import io.awspring.cloud.sqs.listener.Visibility;
import io.awspring.cloud.sqs.listener.acknowledgement.Acknowledgement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.handler.annotation.Payload;
import software.amazon.awssdk.services.sqs.model.Message;

@ExtendWith(RealParts.class)
class RawQueueIT {

    private static final String QUEUE = TestQueues.UPLOADS.name();
    private static final String DEAD_LETTERS = TestQueues.UPLOADS.deadLetterName();

    private TestEnvironment environment;

    @BeforeEach
    void prepare(TestEnvironment environment) {
        this.environment = environment;
        environment.create(TestQueues.UPLOADS);
        environment.create(TestQueues.LONG_TASKS);
    }

    @Test
    void readsTheBodyAsTheListenersRecordAndIgnoresWhatItDoesNotKnow() {
        UploadListener listener = start();

        environment.send(QUEUE, """
                {"Records":[{"eventName":"ObjectCreated:Put","eventSource":"aws:s3"}]}""");

        await().untilAsserted(() -> assertThat(listener.seen).containsExactly("ObjectCreated:Put"));
        assertThat(listener.onVirtualThread).isTrue();
        await().untilAsserted(() -> assertThat(environment.size(QUEUE)).isZero());
    }

    @Test
    void setsAsideWhatItCannotReadOrWhatIsInvalidOrWhatTheListenerGivesUp() {
        start();

        assertThat(deadLetterReason("{\"Records\":")).isEqualTo("malformed-payload");
        assertThat(deadLetterReason("{\"Records\":[]}")).isEqualTo("invalid-payload");
        assertThat(deadLetterReason("{\"Records\":[{\"eventName\":\"hopeless\"}]}"))
                .isEqualTo("hopeless-upload");
        await().untilAsserted(() -> assertThat(environment.size(QUEUE)).isZero());
    }

    @Test
    void setsAsideOnceWhatAListenerThatAcknowledgesByHandNeverSaw() {
        start();

        environment.send(TestQueues.LONG_TASKS.name(), "{\"Records\":");

        await().untilAsserted(() -> assertThat(environment.size(TestQueues.LONG_TASKS.deadLetterName()))
                .isEqualTo(1));
        await().untilAsserted(() ->
                assertThat(environment.size(TestQueues.LONG_TASKS.name())).isZero());
        assertThat(environment.size(TestQueues.LONG_TASKS.deadLetterName())).isEqualTo(1);
    }

    @Test
    void triesAgainAfterAPauseWhatFailedOtherwise() {
        UploadListener listener = start();
        listener.failuresLeft.set(2);

        environment.send(QUEUE, "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\"}]}");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listener.seen).containsExactly("ObjectCreated:Put"));
        assertThat(environment.size(DEAD_LETTERS)).isZero();
    }

    @Test
    void triesAgainWhenTheListenerSaysThatItMakesSense() {
        UploadListener listener = start();

        environment.send(QUEUE, "{\"Records\":[{\"eventName\":\"busy\"}]}");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listener.seen).containsExactly("busy"));
        assertThat(listener.busyDeliveries).hasSize(2);
        assertThat(Duration.ofNanos(listener.busyDeliveries.getLast() - listener.busyDeliveries.getFirst()))
                .as("longer than any first backoff")
                .isGreaterThan(Duration.ofMillis(2_500));
    }

    @Test
    void aLongTaskKeepsItsMessageByExtendingItsVisibility() {
        UploadListener listener = start();

        environment.send(QUEUE, "{\"Records\":[{\"eventName\":\"long\"}]}");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listener.seen).containsExactly("long"));
        await().untilAsserted(() -> assertThat(environment.size(QUEUE)).isZero());
        assertThat(listener.longTasks).as("deliveries of the long task").hasValue(1);
    }

    private UploadListener start() {
        return environment.start(UploadService.class).getBean(UploadListener.class);
    }

    private String deadLetterReason(String body) {
        environment.send(QUEUE, body);
        Message deadLetter = environment.take(DEAD_LETTERS, 1).getFirst();
        assertThat(deadLetter.body()).isEqualTo(body);
        return Objects.requireNonNull(deadLetter.messageAttributes().get("reason"))
                .stringValue();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class UploadService {

        @Bean
        UploadListener uploadListener() {
            return new UploadListener();
        }

        @Bean
        LongTaskListener longTaskListener() {
            return new LongTaskListener();
        }
    }

    static final class UploadListener {

        private final List<String> seen = new CopyOnWriteArrayList<>();
        private final AtomicInteger failuresLeft = new AtomicInteger();
        private final AtomicInteger longTasks = new AtomicInteger();
        private final List<Long> busyDeliveries = new CopyOnWriteArrayList<>();
        private volatile boolean onVirtualThread;

        @SqsListener("${medley.messaging.queue-prefix}things-uploads")
        void objectCreated(@Valid @Payload Notification notification, Visibility visibility) {
            onVirtualThread = Thread.currentThread().isVirtual();
            String event = notification.Records().getFirst().eventName();
            if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("injected failure");
            }
            switch (event) {
                case "hopeless" -> throw new NonRetryableMessageException("hopeless-upload", "Never going to work.");
                case "long" -> workLong(visibility);
                case "busy" -> workUnlessBusy();
                default -> seen.add(event);
            }
        }

        /** Is busy at the first delivery. */
        private void workUnlessBusy() {
            busyDeliveries.add(System.nanoTime());
            if (busyDeliveries.size() == 1) {
                throw new RetryLaterException(Duration.ofSeconds(3), "busy until then");
            }
            seen.add("busy");
        }

        /** Works longer than the message would stay hidden, in steps that each ask for more time. */
        private void workLong(Visibility visibility) {
            longTasks.incrementAndGet();
            CountDownLatch never = new CountDownLatch(1);
            for (int step = 0; step < 3; step++) {
                visibility.changeTo(3);
                try {
                    assertThat(never.await(1_500, TimeUnit.MILLISECONDS)).isFalse();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            seen.add("long");
        }
    }

    static final class LongTaskListener {

        @SqsListener(
                value = "${medley.messaging.queue-prefix}things-long-tasks",
                factory = ListenerAutoConfiguration.EARLY_ACKNOWLEDGEMENT)
        void onTask(@Valid @Payload Notification notification, Acknowledgement message) {
            message.acknowledge();
        }
    }

    record Notification(@NotEmpty List<Entry> Records) {
        record Entry(String eventName) {}
    }
}
