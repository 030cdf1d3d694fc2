package dev.medley.bridge;

import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Reads single members of JSON objects, and writes small ones; the rest passes through this Lambda unread. */
final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /**
     * A text member of the outermost object. Members of the same name further inside do not count: clients choose the
     * names of what they send along.
     *
     * @return null when there is no such member, it is no text, or {@code json} is no JSON object
     */
    static @Nullable String member(String json, String name) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = parser.currentName().equals(name);
                JsonToken value = parser.nextToken();
                if (found) {
                    return value == JsonToken.VALUE_STRING ? parser.getString() : null;
                }
                parser.skipChildren();
            }
            return null;
        } catch (JacksonException _) {
            return null;
        }
    }

    /** An object of texts, from names and values in turn. */
    static String object(String... namesAndValues) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartObject();
            for (int index = 0; index < namesAndValues.length; index += 2) {
                generator.writeStringProperty(namesAndValues[index], namesAndValues[index + 1]);
            }
            generator.writeEndObject();
        }
        return text.toString();
    }
}
