package dev.medley.identity.profile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the platform keeps of a confirmed user beside the user pool. */
@Entity
public class Profile {

    @Id
    private String userId;

    private String email;
    private @Nullable String firstName;
    private @Nullable String lastName;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init") // JPA sets the fields right after construction
    protected Profile() {}

    /** Changes what is given and leaves the rest. */
    public void rename(@Nullable String newFirstName, @Nullable String newLastName, Instant now) {
        firstName = newFirstName == null ? firstName : newFirstName;
        lastName = newLastName == null ? lastName : newLastName;
        updatedAt = now;
    }

    /** Cognito {@code sub}. */
    public String userId() {
        return userId;
    }

    /** The confirmed address. */
    public String email() {
        return email;
    }

    /** If the user gave one. */
    public @Nullable String firstName() {
        return firstName;
    }

    /** If the user gave one. */
    public @Nullable String lastName() {
        return lastName;
    }

    /** When the user was confirmed here. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When the profile last changed. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** Grows with every change. */
    public long version() {
        return version;
    }
}
