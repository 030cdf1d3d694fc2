package dev.medley.standins.cognito;

/** Delivers the mails of the user pool: verification codes and invitations. */
@FunctionalInterface
public interface CodeMail {

    /**
     * Sends one plain-text mail. Called after the change it belongs to has been committed; any exception reaches the
     * caller of the operation as {@code CodeDeliveryFailureException}, and the change stays, as with the real service.
     *
     * @param to one address
     * @param subject one line
     * @param text the body, code included
     */
    void send(String to, String subject, String text);
}
