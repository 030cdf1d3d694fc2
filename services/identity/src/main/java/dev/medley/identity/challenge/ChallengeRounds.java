package dev.medley.identity.challenge;

import dev.medley.identity.trigger.TriggerEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was asked and answered in a sign-in so far.
 *
 * @param rounds oldest first
 */
record ChallengeRounds(List<Round> rounds) {

    static final String CODE = "CUSTOM_CHALLENGE";

    /**
     * One question with its answer.
     *
     * @param challenge its name in the pool
     * @param right whether the answer was
     * @param metadata what this service noted when it asked
     */
    record Round(String challenge, boolean right, @Nullable String metadata) {}

    static ChallengeRounds of(TriggerEvent event) {
        return new ChallengeRounds(
                StreamSupport.stream(event.request().path("session").spliterator(), false)
                        .map(ChallengeRounds::round)
                        .toList());
    }

    private static Round round(JsonNode round) {
        return new Round(
                round.path("challengeName").asString(""),
                round.path("challengeResult").asBoolean(false),
                round.path("challengeMetadata").asStringOpt().orElse(null));
    }

    /** Whether nothing but codes was asked: any other way to sign in has no business here. */
    boolean onlyCodes() {
        return rounds.stream().allMatch(round -> round.challenge().equals(CODE));
    }

    /** Whether the last answer was right. */
    boolean solved() {
        return !rounds.isEmpty() && rounds.getLast().right();
    }

    int tries() {
        return rounds.size();
    }

    /** The code that was asked for. */
    Optional<StoredCode> code() {
        return rounds.isEmpty()
                ? Optional.empty()
                : StoredCode.parse(rounds.getLast().metadata());
    }
}
