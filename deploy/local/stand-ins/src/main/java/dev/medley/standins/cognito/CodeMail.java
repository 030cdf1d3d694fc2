package dev.medley.standins.cognito;

/** Delivers the mails of the user pool: verification codes and invitations. */
@FunctionalInterface
public interface CodeMail {

    /**
     * Sends one mail. Called after the change it belongs to has been committed; any exception reaches the caller of the
     * operation as {@code CodeDeliveryFailureException}, and the change stays, as with the real service.
     *
     * @param to one address
     * @param subject one line
     * @param body the body, code included
     * @param format of the body: the pool's own words are plain text, what a CustomMessage trigger writes is HTML
     */
    void send(String to, String subject, String body, Format format);

    /** How a body is to be read. */
    enum Format {
        /** As it is. */
        TEXT,
        /** As a page. */
        HTML
    }
}
