package dev.medley.standins.cognito;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a step of a sign-in ended: with tokens or with a question.
 *
 * @param authenticationResult the tokens
 * @param challengeName the question
 * @param session to be sent back with the answer; null when the parameters hold what identifies the question
 * @param challengeParameters what the question is about; empty with tokens
 */
record AuthOutcome(
        @Nullable AuthenticationResult authenticationResult,
        @Nullable String challengeName,
        @Nullable String session,
        Map<String, String> challengeParameters) {

    static AuthOutcome tokens(AuthenticationResult result) {
        return new AuthOutcome(result, null, null, Map.of());
    }

    static AuthOutcome challenge(String name, @Nullable String session, Map<String, String> parameters) {
        return new AuthOutcome(null, name, session, parameters);
    }
}
