package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the pool keeps while a custom challenge is open; the client sees none of it.
 *
 * @param login as the client gave it at first
 * @param session the rounds so far
 * @param privateParameters for the trigger that verifies the answer
 * @param metadata the Lambda's own name for the question
 */
record CustomChallenge(
        String login,
        List<ChallengeResult> session,
        Map<String, String> privateParameters,
        @Nullable String metadata) {}
