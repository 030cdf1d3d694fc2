package dev.medley.images.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What S3 sends about created objects (event message structure 2.x; members that are not needed are left out).
 *
 * @param event {@code s3:TestEvent} when the notification was set up, else absent
 * @param records one or more objects; absent from a test event
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record S3Notification(
        @JsonProperty("Event") @Nullable String event,
        @JsonProperty("Records") @Nullable List<Entry> records) {

    private static final String TEST_EVENT = "s3:TestEvent";

    boolean isTest() {
        return TEST_EVENT.equals(event);
    }

    /**
     * One object.
     *
     * @param eventName for example {@code ObjectCreated:Put}
     * @param s3 which object
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(String eventName, Details s3) {

        boolean isCreation() {
            return eventName.startsWith("ObjectCreated:");
        }

        /** The object's key; notifications carry it URL-encoded. */
        String key() {
            return URLDecoder.decode(s3.object().key(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Wraps the object, as S3 does.
     *
     * @param object the object
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Details(StoredFile object) {}

    /**
     * The object.
     *
     * @param key URL-encoded
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record StoredFile(String key) {}
}
