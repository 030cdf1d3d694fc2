package dev.medley.images.pipeline;

import dev.medley.images.library.UploadedObject;
import dev.medley.messaging.NonRetryableMessageException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what S3 sends about created objects: event message structure 2.x, or a test event when it is set up. */
final class S3Notification {

    private static final String TEST_EVENT = "s3:TestEvent";
    private static final String CREATION = "ObjectCreated:";

    private S3Notification() {}

    /**
     * The objects that were created; none in a test event.
     *
     * @throws NonRetryableMessageException when the message is nothing that S3 sends
     */
    static List<UploadedObject> createdObjects(String body, JsonMapper json) {
        JsonNode notification = parse(body, json);
        JsonNode records = notification.path("Records");
        if (!records.isArray()) {
            if (notification.path("Event").asString("").equals(TEST_EVENT)) {
                return List.of();
            }
            throw malformed("it is neither a notification with Records nor a test event");
        }
        List<UploadedObject> objects = new ArrayList<>();
        for (JsonNode entry : records) {
            JsonNode event = entry.path("eventName");
            JsonNode key = entry.at("/s3/object/key");
            if (!event.isString() || !key.isString()) {
                throw malformed("a record lacks eventName or s3.object.key");
            }
            if (event.asString().startsWith(CREATION)) {
                objects.add(new UploadedObject(
                        decode(key.asString()),
                        entry.at("/s3/object/eTag").asStringOpt().orElse(null),
                        entry.at("/s3/object/sequencer").asStringOpt().orElse(null)));
            }
        }
        return objects;
    }

    private static JsonNode parse(String body, JsonMapper json) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new NonRetryableMessageException("malformed-notification", "The message is not JSON.", e);
        }
    }

    /** Notifications carry keys URL-encoded, with a plus for a space. */
    private static String decode(String key) {
        try {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new NonRetryableMessageException("malformed-notification", "A key is not URL-encoded.", e);
        }
    }

    private static NonRetryableMessageException malformed(String why) {
        return new NonRetryableMessageException("malformed-notification", "The message is not S3's: " + why + ".");
    }
}
