package dev.medley.identity.profile;

import org.jspecify.annotations.Nullable;

/**
 * Changes to {@link Preferences}; what is absent stays.
 *
 * @param financialEmails statements and payouts
 * @param newsletterEmails newsletters
 * @param marketingEmails advertising
 */
public record PreferencesChange(
        @Nullable Boolean financialEmails,
        @Nullable Boolean newsletterEmails,
        @Nullable Boolean marketingEmails) {

    Preferences appliedTo(Preferences now) {
        return new Preferences(
                financialEmails == null ? now.financialEmails() : financialEmails,
                newsletterEmails == null ? now.newsletterEmails() : newsletterEmails,
                marketingEmails == null ? now.marketingEmails() : marketingEmails);
    }
}
