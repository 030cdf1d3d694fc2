package dev.medley.images.pipeline;

import dev.medley.messaging.NonRetryableMessageException;
import io.awspring.cloud.sqs.annotation.SqsListener;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Starts the pipeline for each file that S3 reports on {@code images-uploads}. */
@Component
class UploadListener {

    private static final Logger log = LoggerFactory.getLogger(UploadListener.class);

    private final ImageProcessor processor;
    private final JsonMapper json;

    UploadListener(ImageProcessor processor, JsonMapper json) {
        this.processor = processor;
        this.json = json;
    }

    @SqsListener("${medley.messaging.queue-prefix:}images-uploads")
    void onNotification(String body) {
        S3Notification notification = parse(body);
        List<S3Notification.Entry> records = notification.records();
        if (records == null) {
            if (!notification.isTest()) {
                throw new NonRetryableMessageException(
                        "malformed-notification", "The message is neither an S3 notification nor a test event.");
            }
            log.info("S3 notifications are set up");
            return;
        }
        records.stream().filter(S3Notification.Entry::isCreation).forEach(entry -> processor.process(entry.key()));
    }

    private S3Notification parse(String body) {
        try {
            return json.readValue(body, S3Notification.class);
        } catch (JacksonException e) {
            throw new NonRetryableMessageException(
                    "malformed-notification", "The message is not an S3 notification in JSON.", e);
        }
    }
}
