package dev.medley.standins.cognito;

import org.jspecify.annotations.Nullable;

/**
 * An answered round of a custom sign-in, as the triggers see it in {@code session}.
 *
 * @param challengeName what was asked
 * @param challengeResult whether the answer was right
 * @param challengeMetadata the Lambda's own name for the question
 */
record ChallengeResult(
        String challengeName,
        boolean challengeResult,
        @Nullable String challengeMetadata) {}
