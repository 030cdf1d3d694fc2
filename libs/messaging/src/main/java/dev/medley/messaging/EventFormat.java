package dev.medley.messaging;

import dev.medley.contracts.Envelope;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of envelopes, the same in every service whatever its {@code spring.jackson.*} settings say. Members that the
 * reader does not know are ignored, so that publishers can add some.
 */
public final class EventFormat {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // SQS refuses some characters that Unicode text may hold (U+FFFE, U+FFFF, lone surrogates).
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    /** Writes an envelope as it travels on a queue. */
    public String write(Envelope<?> envelope) {
        return json.writeValueAsString(envelope);
    }

    /**
     * Reads any JSON.
     *
     * @throws JacksonException when it is malformed
     */
    public JsonNode parse(String body) {
        return json.readTree(body);
    }

    /**
     * Reads an envelope around an event.
     *
     * @throws JacksonException when a member has the wrong shape; absent members are {@code null}
     */
    public <T> Envelope<T> read(JsonNode envelope, Class<T> event) {
        return json.readerFor(json.getTypeFactory().constructParametricType(Envelope.class, event))
                .readValue(envelope);
    }
}
