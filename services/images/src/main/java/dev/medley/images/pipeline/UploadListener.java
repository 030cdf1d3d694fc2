package dev.medley.images.pipeline;

import dev.medley.images.library.UploadedObject;
import dev.medley.messaging.NonRetryableMessageException;
import io.awspring.cloud.sqs.annotation.SqsListener;
import io.awspring.cloud.sqs.listener.SqsHeaders;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Starts the pipeline for each file that S3 reports on {@code images-uploads}. */
@Component
class UploadListener {

    private static final String SENT_AT = SqsHeaders.MessageSystemAttributes.SQS_SENT_TIMESTAMP;

    private final ImageProcessor processor;
    private final PipelineMetrics metrics;
    private final JsonMapper json;

    UploadListener(ImageProcessor processor, PipelineMetrics metrics, JsonMapper json) {
        this.processor = processor;
        this.metrics = metrics;
        this.json = json;
    }

    /** Takes half as many messages at once as there are workers: the next are there before the last are finished. */
    @SqsListener(
            id = "images-uploads",
            value = "${medley.messaging.queue-prefix}images-uploads",
            maxConcurrentMessages = "${medley.images.workers}",
            maxMessagesPerPoll = "#{T(Math).max(1, ${medley.images.workers} / 2)}")
    void onNotification(String body, @Header(SENT_AT) long sentAt) {
        RuntimeException failure = null;
        metrics.waited(Instant.ofEpochMilli(sentAt));
        for (UploadedObject object : S3Notification.createdObjects(body, json)) {
            try {
                processor.process(object);
            } catch (RuntimeException e) {
                failure = graver(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** What may succeed later has the whole message delivered again: finished images stay as they are. */
    private static RuntimeException graver(@Nullable RuntimeException known, RuntimeException next) {
        return known == null || known instanceof NonRetryableMessageException ? next : known;
    }
}
