package dev.medley.standins.cognito;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Words the mails, or has the Lambda word them, and hands them over. */
final class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private final CodeMail mail;
    private final CustomMessageTrigger customMessage;

    Postman(CodeMail mail, CustomMessageTrigger customMessage) {
        this.mail = mail;
        this.customMessage = customMessage;
    }

    /** To be called after the transaction. */
    CodeDeliveryDetails send(Letter letter) {
        String email = letter.user().email();
        CustomMessageTrigger.Wording custom =
                customMessage.word(letter).orElse(new CustomMessageTrigger.Wording(null, null));
        String subject = Objects.requireNonNullElse(
                custom.subject(), letter.invitation() ? "Your temporary password" : "Your verification code");
        if (custom.html() == null) {
            deliver(email, subject, text(letter), CodeMail.Format.TEXT);
        } else {
            deliver(email, subject, custom.html(), CodeMail.Format.HTML);
        }
        return CodeDeliveryDetails.to(email);
    }

    /** For operations whose errors do not include an undelivered mail. */
    void sendOrFail(Letter letter) {
        try {
            send(letter);
        } catch (CognitoError e) {
            throw e.type() == ErrorType.CODE_DELIVERY_FAILURE
                    ? new CognitoError(ErrorType.INTERNAL_ERROR, e.getMessage())
                    : e;
        }
    }

    private static String text(Letter letter) {
        return letter.invitation()
                ? "Your username is %s and temporary password is %s"
                        .formatted(letter.user().email(), letter.secret())
                : "Your verification code is " + letter.secret();
    }

    private void deliver(String to, String subject, String body, CodeMail.Format format) {
        try {
            mail.send(to, subject, body, format);
        } catch (RuntimeException e) {
            log.warn("Mail \"{}\" was not delivered", subject, e);
            throw new CognitoError(ErrorType.CODE_DELIVERY_FAILURE, "Unable to deliver code to user");
        }
    }
}
