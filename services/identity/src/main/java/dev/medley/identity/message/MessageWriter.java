package dev.medley.identity.message;

import dev.medley.identity.trigger.Trigger;
import dev.medley.identity.trigger.TriggerEvent;
import dev.medley.identity.trigger.TriggerHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Words the pool's mails in the user's language. The pool puts codes and names in the place of its parameters; this
 * service never sees them. What it has no words for keeps the pool's own.
 */
@Component
class MessageWriter implements TriggerHandler {

    private final Messages messages;

    MessageWriter(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Trigger trigger() {
        return Trigger.CUSTOM_MESSAGE;
    }

    @Override
    public void answer(TriggerEvent event) {
        Template template = templateOf(event.source());
        String code = event.text("codeParameter");
        String username = event.text("usernameParameter");
        if (template == null || code == null || (template == Template.INVITATION && username == null)) {
            return;
        }
        String locale = event.attribute("locale");
        Message message = messages.of(
                template,
                locale == null ? event.clientMetadata("locale") : locale,
                code,
                username == null ? "" : username);
        event.response().put("emailSubject", message.subject()).put("emailMessage", message.html());
    }

    private static @Nullable Template templateOf(String source) {
        return switch (source) {
            case "CustomMessage_SignUp" -> Template.SIGN_UP;
            case "CustomMessage_ResendCode" -> Template.NEW_CODE;
            case "CustomMessage_ForgotPassword" -> Template.PASSWORD_RESET;
            case "CustomMessage_UpdateUserAttribute", "CustomMessage_VerifyUserAttribute" -> Template.NEW_ADDRESS;
            case "CustomMessage_AdminCreateUser" -> Template.INVITATION;
            // The code of a second factor goes out as a text message, which has no language here.
            default -> null;
        };
    }
}
