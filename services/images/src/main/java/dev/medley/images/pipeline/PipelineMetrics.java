package dev.medley.images.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What the pipeline does, under the names that dashboards and alarms know. */
@Component
class PipelineMetrics {

    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Counter processed;
    private final Timer time;
    private final Timer queueAge;

    PipelineMetrics(MeterRegistry meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
        this.processed = Counter.builder("ImagesProcessed")
                .description("Images whose renditions are all stored")
                .register(meters);
        this.time = Timer.builder("ProcessingTime")
                .description("From the take of an image by a worker to its last rendition")
                .register(meters);
        // No queue attribute tells the age of the oldest message; CloudWatch's ApproximateAgeOfOldestMessage does.
        this.queueAge = Timer.builder("QueueAge")
                .description("How long notifications of uploads had waited when a worker got them")
                .register(meters);
    }

    /** A worker got a message. */
    void waited(Instant sentAt) {
        Duration age = Duration.between(sentAt, clock.instant());
        queueAge.record(age.isNegative() ? Duration.ZERO : age);
    }

    /** An image is finished. */
    void processed(Instant startedAt) {
        processed.increment();
        time.record(Duration.between(startedAt, clock.instant()));
    }

    /** An attempt ended otherwise. */
    void failed(String errorType) {
        meters.counter("ProcessingErrors", "ErrorType", errorType).increment();
    }
}
