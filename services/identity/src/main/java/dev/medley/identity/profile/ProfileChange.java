package dev.medley.identity.profile;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a profile; what is absent stays.
 *
 * @param firstName new first name
 * @param lastName new last name
 * @param name replaces both, so that one that is not part of it goes
 * @param email new address, lower case; the user pool is changed with it
 * @param subscriptionStatus whether the user gets mails
 * @param preferences which ones
 * @param details replaces the whole object
 */
public record ProfileChange(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable PersonName name,
        @Nullable String email,
        @Nullable SubscriptionStatus subscriptionStatus,
        @Nullable PreferencesChange preferences,
        @Nullable Map<String, Object> details) {}
