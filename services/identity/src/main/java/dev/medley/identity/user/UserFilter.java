package dev.medley.identity.user;

import dev.medley.identity.profile.SubscriptionStatus;
import dev.medley.identity.profile.UserStatus;
import dev.medley.identity.query.Conditions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which users to list; what is absent does not restrict.
 *
 * @param text part of the address or name, in any case; one or two characters match only the start of a word
 * @param status whether they can sign in
 * @param subscriptionStatus whether they get mails
 * @param emailType which mails they want
 */
public record UserFilter(
        @Nullable String text,
        @Nullable UserStatus status,
        @Nullable SubscriptionStatus subscriptionStatus,
        @Nullable EmailType emailType) {

    /** The index knows runs of three characters, among them the blank before a word. */
    private static final int INDEXED_LENGTH = 3;

    /** Takes blanks around the text away, and an empty text as none. */
    public UserFilter {
        text = text == null || text.isBlank() ? null : text.strip();
    }

    Conditions conditions() {
        Conditions conditions = new Conditions()
                .and("search_text LIKE lower(:pattern)", "pattern", pattern())
                .and("status = :status", "status", status == null ? null : status.name())
                .and(
                        "subscription_status = :subscriptionStatus",
                        "subscriptionStatus",
                        subscriptionStatus == null ? null : subscriptionStatus.name());
        return switch (emailType) {
            case FINANCIAL -> conditions.and("financial_emails", Map.of());
            case NEWSLETTER -> conditions.and("newsletter_emails", Map.of());
            case ALL -> conditions;
            case null -> conditions;
        };
    }

    private @Nullable String pattern() {
        if (text == null) {
            return null;
        }
        String literal = text.replaceAll("[\\\\%_]", "\\\\$0");
        boolean indexed = text.codePointCount(0, text.length()) >= INDEXED_LENGTH;
        return (indexed ? "%" : "% ") + literal + "%";
    }
}
