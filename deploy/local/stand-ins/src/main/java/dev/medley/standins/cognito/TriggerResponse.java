package dev.medley.standins.cognito;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a Lambda filled in. A member of another type than expected is {@code InvalidLambdaResponseException}.
 *
 * @param node a JSON object
 */
record TriggerResponse(JsonNode node) {

    static CognitoError unrecognizable() {
        return new CognitoError(ErrorType.INVALID_LAMBDA_RESPONSE, "Unrecognizable lambda output");
    }

    /** A flag; left out means false. */
    boolean flag(String name) {
        JsonNode value = member(name);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            throw unrecognizable();
        }
        return value.booleanValue();
    }

    @Nullable
    String text(String name) {
        JsonNode value = member(name);
        return value == null ? null : string(value);
    }

    /** A map of strings; left out means empty. */
    Map<String, String> texts(String name) {
        JsonNode value = member(name);
        Map<String, String> texts = new LinkedHashMap<>();
        if (value != null) {
            if (!value.isObject()) {
                throw unrecognizable();
            }
            value.properties().forEach(entry -> texts.put(entry.getKey(), string(entry.getValue())));
        }
        return texts;
    }

    private @Nullable JsonNode member(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static String string(JsonNode value) {
        if (!value.isString()) {
            throw unrecognizable();
        }
        return value.stringValue();
    }
}
