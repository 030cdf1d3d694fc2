package dev.medley.identity.profile;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What the platform keeps of a user beside the user pool. */
@Entity
public class Profile {

    @Id
    private String userId;

    private String email;
    private @Nullable String firstName;
    private @Nullable String lastName;

    @Enumerated(EnumType.STRING)
    private SubscriptionStatus subscriptionStatus;

    @Embedded
    private Preferences preferences;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> details;

    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant confirmedAt;
    private @Nullable Instant disabledAt;
    private @Nullable Instant lastLoginAt;

    @Version
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init") // JPA sets the fields right after construction
    protected Profile() {}

    void apply(ProfileChange change, Instant now) {
        if (change.name() != null) {
            firstName = change.name().firstName();
            lastName = change.name().lastName();
        }
        firstName = change.firstName() == null ? firstName : change.firstName();
        lastName = change.lastName() == null ? lastName : change.lastName();
        email = change.email() == null ? email : change.email();
        subscriptionStatus = change.subscriptionStatus() == null ? subscriptionStatus : change.subscriptionStatus();
        preferences = change.preferences() == null
                ? preferences
                : change.preferences().appliedTo(preferences);
        details = change.details() == null ? details : change.details();
        touch(now);
    }

    /**
     * Notes whether the user may sign in.
     *
     * @return whether that is a change
     */
    public boolean allowSignIn(boolean allowed, Instant now) {
        if (allowed == (disabledAt == null)) {
            return false;
        }
        disabledAt = allowed ? null : now;
        touch(now);
        return true;
    }

    /** To the microsecond, as the database keeps it: the answer to a change is what is read later. */
    private void touch(Instant now) {
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether the user can sign in. */
    public UserStatus status() {
        if (disabledAt != null) {
            return UserStatus.SUSPENDED;
        }
        return confirmedAt == null ? UserStatus.INACTIVE : UserStatus.ACTIVE;
    }

    /** Cognito {@code sub}. */
    public String userId() {
        return userId;
    }

    /** The address. */
    public String email() {
        return email;
    }

    /** If given. */
    public @Nullable String firstName() {
        return firstName;
    }

    /** If given. */
    public @Nullable String lastName() {
        return lastName;
    }

    /** Whether the user gets mails. */
    public SubscriptionStatus subscriptionStatus() {
        return subscriptionStatus;
    }

    /** Which mails the user wants. */
    public Preferences preferences() {
        return preferences;
    }

    /** What clients keep about the user. */
    public Map<String, Object> details() {
        return details;
    }

    /** When the user was confirmed here or invited. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When the profile last changed. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** When the user last signed in, if ever since this is noted. */
    public @Nullable Instant lastLoginAt() {
        return lastLoginAt;
    }

    /** Grows with every change; a sign-in is none. */
    public long version() {
        return version;
    }
}
