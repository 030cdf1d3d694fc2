package dev.medley.identity.challenge;

import dev.medley.identity.trigger.Trigger;
import dev.medley.identity.trigger.TriggerEvent;
import dev.medley.identity.trigger.TriggerHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mails the code of a sign-in. After a wrong answer the same code is asked for again, without another mail. For an address
 * without an account everything is the same but for the mail, which nobody waits for.
 */
@Component
class ChallengeCreator implements TriggerHandler {

    static final String STORED = "code";

    private final CodeMint mint;
    private final LoginMail mail;

    ChallengeCreator(CodeMint mint, LoginMail mail) {
        this.mint = mint;
        this.mail = mail;
    }

    @Override
    public Trigger trigger() {
        return Trigger.CREATE_AUTH_CHALLENGE;
    }

    @Override
    public void answer(TriggerEvent event) {
        StoredCode stored = ChallengeRounds.of(event).code().orElseGet(() -> begin(event));
        ObjectNode response = event.response();
        response.putObject("publicChallengeParameters").put("deliveryMedium", "EMAIL");
        response.putObject("privateChallengeParameters").put(STORED, stored.format());
        response.put("challengeMetadata", stored.format());
    }

    private StoredCode begin(TriggerEvent event) {
        String email = event.attribute("email");
        if (email == null || !maySignIn(event)) {
            return mint.mintBlank(event.userName()).stored();
        }
        CodeMint.Minted minted = mint.mint(event.userName());
        mail.send(email, event.attribute("locale"), minted.digits());
        return minted.stored();
    }

    /** The pool itself refuses disabled users. A code to an address that nobody proved could reach a stranger. */
    private static boolean maySignIn(TriggerEvent event) {
        return !event.request().path("userNotFound").asBoolean(false)
                && "CONFIRMED".equals(event.attribute("cognito:user_status"))
                && "true".equals(event.attribute("email_verified"));
    }
}
