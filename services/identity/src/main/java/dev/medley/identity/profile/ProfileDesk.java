package dev.medley.identity.profile;

import dev.medley.contracts.UserUpdated;
import dev.medley.identity.audit.AuditAction;
import dev.medley.identity.audit.AuditLog;
import dev.medley.identity.audit.AuditOutcome;
import dev.medley.identity.cognito.UserDirectory;
import dev.medley.messaging.outbox.Outbox;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes profiles. */
@Component
public class ProfileDesk {

    private final Profiles profiles;
    private final ProfileRegistrar registrar;
    private final UserDirectory directory;
    private final Outbox outbox;
    private final AuditLog audit;
    private final InstantSource clock;

    ProfileDesk(
            Profiles profiles,
            ProfileRegistrar registrar,
            UserDirectory directory,
            Outbox outbox,
            AuditLog audit,
            InstantSource clock) {
        this.profiles = profiles;
        this.registrar = registrar;
        this.directory = directory;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A user's profile. One that a crash kept from being written is made here.
     *
     * @throws ProblemException {@link ProblemCode#NOT_FOUND} when there is no user, or none that proved an address
     */
    public Profile find(String userId) {
        return profiles.findByUserId(userId)
                .or(() -> {
                    restore(userId);
                    return profiles.findByUserId(userId);
                })
                .orElseThrow(ProfileDesk::notFound);
    }

    /**
     * Changes a profile and tells the platform. With a new address the user pool changes first: if the row is not written
     * after that, the user's next sign-in or a repeat of the change brings it up to the pool.
     *
     * @param actor who changes it
     * @param precondition is given the current version and throws if the change may not be made from it
     * @throws ProblemException {@link ProblemCode#NOT_FOUND}; {@link ProblemCode#CONFLICT} when somebody else has the
     *     address
     */
    @Transactional
    public Profile change(String actor, String userId, LongConsumer precondition, ProfileChange change) {
        Profile profile = lock(userId);
        precondition.accept(profile.version());
        String email = change.email();
        if (email != null) {
            // With the row locked, two changes cannot leave one's address in the pool and the other's in the row.
            directory.changeEmail(userId, email);
        }
        profile.apply(change, clock.instant());
        Profile stored = store(profile);
        audit.record(AuditAction.PROFILE_CHANGED, AuditOutcome.DONE, actor, userId);
        return stored;
    }

    /**
     * A user's profile, kept from other changes until the caller's transaction ends.
     *
     * @throws ProblemException {@link ProblemCode#NOT_FOUND} as {@link #find}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Profile lock(String userId) {
        return profiles.findLockedByUserId(userId)
                .or(() -> {
                    restore(userId);
                    return profiles.findLockedByUserId(userId);
                })
                .orElseThrow(ProfileDesk::notFound);
    }

    /** Writes a locked profile and tells the platform, both in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Profile store(Profile profile) {
        Profile stored = profiles.saveAndFlush(profile);
        outbox.publish(
                stored.userId(),
                new UserUpdated(
                        stored.userId(), stored.email(), stored.firstName(), stored.lastName(), stored.updatedAt()));
        return stored;
    }

    private void restore(String userId) {
        if (isSub(userId)) {
            directory.find(userId).ifPresent(registrar::restore);
        }
    }

    /** The pool also finds users by address; here a user has one name. */
    private static boolean isSub(String userId) {
        try {
            return UUID.fromString(userId).toString().equals(userId);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemCode.NOT_FOUND, "There is no such user.");
    }
}
