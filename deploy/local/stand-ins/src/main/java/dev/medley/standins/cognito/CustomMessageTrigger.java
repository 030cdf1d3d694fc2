package dev.medley.standins.cognito;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets the Lambda word a mail. It never sees the secret: it writes placeholders, which are replaced in what it returns. A
 * message without the code's placeholder, or an invitation without the username's, is refused.
 */
final class CustomMessageTrigger {

    private static final String CODE = "{####}";
    private static final String USERNAME = "{username}";

    private final Triggers triggers;

    CustomMessageTrigger(Triggers triggers) {
        this.triggers = triggers;
    }

    /** The Lambda's words, or empty when it has none. */
    Optional<Wording> word(Letter letter) {
        ObjectNode request = Triggers.object();
        request.set("userAttributes", Triggers.json(letter.user().eventAttributes()));
        request.put("codeParameter", CODE);
        request.put("usernameParameter", letter.invitation() ? USERNAME : null);
        request.putNull("linkParameter");
        ObjectNode response = Triggers.object();
        response.putNull("smsMessage");
        response.putNull("emailMessage");
        response.putNull("emailSubject");
        return triggers.call(
                        letter.occasion(),
                        letter.context(),
                        letter.user().username().toString(),
                        request,
                        response)
                .map(answer -> read(letter, answer));
    }

    private static Wording read(Letter letter, TriggerResponse answer) {
        String message = answer.text("emailMessage");
        if (message != null) {
            if (!message.contains(CODE) || (letter.invitation() && !message.contains(USERNAME))) {
                throw TriggerResponse.unrecognizable();
            }
            message = message.replace(CODE, escape(letter.secret()))
                    .replace(USERNAME, escape(letter.user().email()));
        }
        return new Wording(answer.text("emailSubject"), message);
    }

    /** A temporary password may contain what means something else in HTML. */
    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * What the Lambda said; null where the default stands.
     *
     * @param subject one line
     * @param html with the secret in its place
     */
    record Wording(@Nullable String subject, @Nullable String html) {}
}
