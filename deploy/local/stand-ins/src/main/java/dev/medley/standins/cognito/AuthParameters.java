package dev.medley.standins.cognito;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code AuthParameters} or {@code ChallengeResponses} of a request.
 *
 * @param values by name
 */
record AuthParameters(Map<String, String> values) {

    static AuthParameters ofRequest(Input input) {
        return new AuthParameters(input.parameters("AuthParameters"));
    }

    static AuthParameters ofAnswer(Input input) {
        return new AuthParameters(input.parameters("ChallengeResponses"));
    }

    String require(String name) {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw CognitoError.invalidParameter("Missing required parameter " + name);
        }
        return value;
    }

    @Nullable
    String secretHash() {
        return values.get("SECRET_HASH");
    }
}
