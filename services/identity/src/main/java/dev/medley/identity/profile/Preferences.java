package dev.medley.identity.profile;

import jakarta.persistence.Embeddable;

/**
 * Which mails a user wants.
 *
 * @param financialEmails statements and payouts; on unless switched off
 * @param newsletterEmails off unless asked for
 * @param marketingEmails off unless asked for
 */
@Embeddable
public record Preferences(boolean financialEmails, boolean newsletterEmails, boolean marketingEmails) {}
