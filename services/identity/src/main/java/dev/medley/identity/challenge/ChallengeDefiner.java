package dev.medley.identity.challenge;

import dev.medley.identity.trigger.Trigger;
import dev.medley.identity.trigger.TriggerEvent;
import dev.medley.identity.trigger.TriggerHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Decides how a sign-in goes on: a code is asked for until it is right, three times at most. */
@Component
class ChallengeDefiner implements TriggerHandler {

    static final int TRIES = 3;

    @Override
    public Trigger trigger() {
        return Trigger.DEFINE_AUTH_CHALLENGE;
    }

    @Override
    public void answer(TriggerEvent event) {
        ChallengeRounds rounds = ChallengeRounds.of(event);
        boolean known = !event.request().path("userNotFound").asBoolean(false);
        boolean issue = rounds.onlyCodes() && rounds.solved() && known;
        boolean fail = !issue && (!rounds.onlyCodes() || rounds.solved() || rounds.tries() >= TRIES);
        ObjectNode response = event.response().put("issueTokens", issue).put("failAuthentication", fail);
        if (issue || fail) {
            response.putNull("challengeName");
        } else {
            response.put("challengeName", ChallengeRounds.CODE);
        }
    }
}
