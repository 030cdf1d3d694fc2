package dev.medley.standins.cognito;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pool keeps while a client proves a password by SRP; numbers are hexadecimal.
 *
 * @param login as the client gave it
 * @param clientPublic A
 * @param secret b
 * @param serverPublic B
 * @param rounds of the custom sign-in that it belongs to; null when it is the whole sign-in
 */
record SrpChallenge(
        String login,
        String clientPublic,
        String secret,
        String serverPublic,
        @Nullable List<ChallengeResult> rounds) {}
