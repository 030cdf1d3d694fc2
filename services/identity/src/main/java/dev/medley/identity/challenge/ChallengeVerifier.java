package dev.medley.identity.challenge;

import dev.medley.identity.trigger.Trigger;
import dev.medley.identity.trigger.TriggerEvent;
import dev.medley.identity.trigger.TriggerHandler;
import org.springframework.stereotype.Component;

/**
 * Judges the answer. A right one uses its code up, so that an event that is sent twice opens no second session; should the
 * first answer get lost, the user has to ask for another code.
 */
@Component
class ChallengeVerifier implements TriggerHandler {

    private final CodeMint mint;
    private final UsedCodes used;

    ChallengeVerifier(CodeMint mint, UsedCodes used) {
        this.mint = mint;
        this.used = used;
    }

    @Override
    public Trigger trigger() {
        return Trigger.VERIFY_AUTH_CHALLENGE_RESPONSE;
    }

    @Override
    public void answer(TriggerEvent event) {
        String answer = event.text("challengeAnswer");
        String stored = event.request()
                .path("privateChallengeParameters")
                .path(ChallengeCreator.STORED)
                .asString("");
        boolean right = StoredCode.parse(stored)
                .filter(code -> answer != null && mint.matches(event.userName(), answer, code))
                .filter(_ -> !event.request().path("userNotFound").asBoolean(false))
                .filter(used::use)
                .isPresent();
        event.response().put("answerCorrect", right);
    }
}
