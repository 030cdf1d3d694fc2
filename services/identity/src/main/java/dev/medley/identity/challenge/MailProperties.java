package dev.medley.identity.challenge;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mails leave.
 *
 * @param from the sender's address; one that the mail service may send for
 */
@ConfigurationProperties("medley.identity.mail")
record MailProperties(String from) {

    /** Refuses to start without. */
    MailProperties {
        if (from == null || from.isBlank()) {
            throw new IllegalArgumentException("medley.identity.mail.from is required");
        }
    }
}
