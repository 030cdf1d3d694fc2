package dev.medley.identity.user;

import dev.medley.identity.profile.Preferences;
import dev.medley.identity.profile.SubscriptionStatus;
import dev.medley.identity.profile.UserStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A user in a list.
 *
 * @param id Cognito {@code sub}
 * @param email the address
 * @param firstName if given
 * @param lastName if given
 * @param status whether the user can sign in
 * @param subscriptionStatus whether the user gets mails
 * @param preferences which mails the user wants
 * @param createdAt when the user was confirmed or invited
 * @param lastLoginAt when the user last signed in
 */
public record UserSummary(
        String id,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        UserStatus status,
        SubscriptionStatus subscriptionStatus,
        Preferences preferences,
        Instant createdAt,
        @Nullable Instant lastLoginAt) {

    static UserSummary from(ResultSet row, int number) throws SQLException {
        OffsetDateTime lastLoginAt = row.getObject("last_login_at", OffsetDateTime.class);
        return new UserSummary(
                row.getString("user_id"),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                UserStatus.valueOf(row.getString("status")),
                SubscriptionStatus.valueOf(row.getString("subscription_status")),
                new Preferences(
                        row.getBoolean("financial_emails"),
                        row.getBoolean("newsletter_emails"),
                        row.getBoolean("marketing_emails")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                lastLoginAt == null ? null : lastLoginAt.toInstant());
    }
}
