package dev.medley.standins.cognito;

import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** The triggers around a new account: PreSignUp and PostConfirmation. */
final class SignUpTriggers {

    private final Triggers triggers;

    SignUpTriggers(Triggers triggers) {
        this.triggers = triggers;
    }

    /**
     * Asks whether a user may be added. The service runs it "immediately before it completes creation"; that an address
     * is taken shows only afterwards, so it runs for duplicates, too. Its event has the attributes that were given; the
     * username is generated already.
     *
     * @param validationData what the request says for this trigger alone
     */
    PreSignUpAnswer preSignUp(
            TriggerSource source,
            TriggerContext context,
            UUID username,
            Attributes attributes,
            Map<String, String> validationData) {
        ObjectNode request = Triggers.object();
        request.set("userAttributes", Triggers.json(attributes.all()));
        request.set("validationData", validationData.isEmpty() ? null : Triggers.json(validationData));
        ObjectNode response = Triggers.object();
        response.put("autoConfirmUser", false);
        response.put("autoVerifyEmail", false);
        response.put("autoVerifyPhone", false);
        return triggers.call(source, context, username.toString(), request, response)
                .map(answer -> new PreSignUpAnswer(answer.flag("autoConfirmUser"), answer.flag("autoVerifyEmail")))
                .orElse(PreSignUpAnswer.NONE);
    }

    /** Tells that a user is confirmed. They are and stay so, also when the Lambda fails. */
    void postConfirmation(TriggerSource source, TriggerContext context, User user) {
        ObjectNode request = Triggers.object();
        request.set("userAttributes", Triggers.json(user.eventAttributes()));
        triggers.call(source, context, user.username().toString(), request, Triggers.object());
    }

    /**
     * What PreSignUp decides.
     *
     * @param confirm the account needs no code
     * @param verifyEmail the address counts as proven
     */
    record PreSignUpAnswer(boolean confirm, boolean verifyEmail) {

        static final PreSignUpAnswer NONE = new PreSignUpAnswer(false, false);
    }
}
