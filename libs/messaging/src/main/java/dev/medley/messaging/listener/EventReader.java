package dev.medley.messaging.listener;

import dev.medley.contracts.Envelope;
import dev.medley.messaging.EventFormat;
import dev.medley.messaging.NonRetryableMessageException;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a message body as an event, or says why it is none. */
final class EventReader {

    static final String MALFORMED = "malformed-event";

    private final EventFormat format;

    EventReader(EventFormat format) {
        this.format = format;
    }

    /**
     * Reads the JSON of an envelope.
     *
     * @throws NonRetryableMessageException when the body is no JSON object with a {@code type}
     */
    JsonNode parse(String body) {
        JsonNode json;
        try {
            json = format.parse(body);
        } catch (JacksonException e) {
            throw new NonRetryableMessageException(MALFORMED, "not JSON", e);
        }
        if (!json.path("type").isString()) {
            throw new NonRetryableMessageException(MALFORMED, "not an event envelope: no type");
        }
        return json;
    }

    /**
     * Turns an envelope into the record of its event.
     *
     * @throws NonRetryableMessageException when a member is missing or has the wrong shape
     */
    <T> Envelope<T> read(JsonNode json, Class<T> event) {
        Envelope<T> envelope;
        try {
            envelope = format.read(json, event);
        } catch (JacksonException e) {
            throw new NonRetryableMessageException(MALFORMED, path(e) + " has the wrong form", e);
        }
        RequiredMembers.firstMissing(envelope).ifPresent(member -> {
            throw new NonRetryableMessageException(MALFORMED, member + " is missing");
        });
        return envelope;
    }

    private static String path(JacksonException failure) {
        return failure.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
