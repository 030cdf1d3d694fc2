package dev.medley.standins.cognito;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The members of one request, read with the service's own words for what is missing or out of range. */
final class Input {

    private final JsonNode body;

    Input(JsonNode body) {
        this.body = body;
    }

    /** A string that must be there and not be empty. */
    String text(String name) {
        String value = optionalText(name);
        if (value == null) {
            throw violation("Value null", name, "Member must not be null");
        }
        if (value.isEmpty()) {
            throw violation("Value ''", name, "Member must have length greater than or equal to 1");
        }
        return value;
    }

    @Nullable
    String optionalText(String name) {
        JsonNode node = body.get(name);
        return node == null || node.isNull() ? null : string(node);
    }

    boolean flag(String name) {
        JsonNode node = body.get(name);
        if (node == null || node.isNull()) {
            return false;
        }
        if (!node.isBoolean()) {
            throw unexpectedType();
        }
        return node.booleanValue();
    }

    /** An integer, or null when it is absent. */
    @Nullable
    Integer optionalInteger(String name, int least, int most) {
        JsonNode node = body.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isInt()) {
            throw unexpectedType();
        }
        int value = node.intValue();
        if (value < least) {
            throw violation("Value '" + value + "'", name, "Member must have value greater than or equal to " + least);
        }
        if (value > most) {
            throw violation("Value '" + value + "'", name, "Member must have value less than or equal to " + most);
        }
        return value;
    }

    /** A map of strings; empty when it is absent. */
    Map<String, String> parameters(String name) {
        Map<String, String> values = new LinkedHashMap<>();
        JsonNode node = body.get(name);
        if (node != null && !node.isNull()) {
            if (!node.isObject()) {
                throw unexpectedType();
            }
            node.properties().forEach(entry -> values.put(entry.getKey(), string(entry.getValue())));
        }
        return values;
    }

    /** A list of {@code {Name, Value}}; empty when it is absent. The later of two equal names counts. */
    Map<String, String> attributes(String name) {
        Map<String, String> values = new LinkedHashMap<>();
        for (JsonNode node : elements(name)) {
            Input attribute = new Input(node);
            String value = attribute.optionalText("Value");
            values.put(attribute.text("Name"), value == null ? "" : value);
        }
        return values;
    }

    /** A list of strings; empty when it is absent. */
    List<String> texts(String name) {
        return elements(name).stream().map(Input::string).toList();
    }

    private List<JsonNode> elements(String name) {
        JsonNode node = body.get(name);
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw unexpectedType();
        }
        List<JsonNode> elements = new ArrayList<>();
        node.forEach(elements::add);
        return elements;
    }

    private static String string(JsonNode node) {
        if (!node.isString()) {
            throw unexpectedType();
        }
        return node.stringValue();
    }

    private static CognitoError unexpectedType() {
        return new CognitoError(ErrorType.SERIALIZATION, "Unexpected value type in payload");
    }

    private static CognitoError violation(String value, String name, String constraint) {
        String member = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return CognitoError.invalidParameter("1 validation error detected: %s at '%s' failed to satisfy constraint: %s"
                .formatted(value, member, constraint));
    }
}
