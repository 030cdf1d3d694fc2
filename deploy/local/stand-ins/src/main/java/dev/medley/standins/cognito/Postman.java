package dev.medley.standins.cognito;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Words the mails and hands them over once the transaction is committed: nobody can use a code sooner than it counts. */
final class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private final CodeMail mail;

    Postman(CodeMail mail) {
        this.mail = mail;
    }

    CodeDeliveryDetails sendCode(String email, String code) {
        sendAfterCommit(email, "Your verification code", "Your verification code is " + code);
        return CodeDeliveryDetails.to(email);
    }

    void sendInvitation(String email, String password) {
        sendAfterCommit(
                email,
                "Your temporary password",
                "Your username is %s and temporary password is %s".formatted(email, password));
    }

    private void sendAfterCommit(String to, String subject, String text) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                deliver(to, subject, text);
            }
        });
    }

    private void deliver(String to, String subject, String text) {
        try {
            mail.send(to, subject, text);
        } catch (RuntimeException e) {
            log.warn("Mail \"{}\" was not delivered", subject, e);
            throw new CognitoError(ErrorType.CODE_DELIVERY_FAILURE, "Unable to deliver code to user");
        }
    }
}
