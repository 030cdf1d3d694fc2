package dev.medley.identity.access;

import dev.medley.identity.audit.AuditAction;
import dev.medley.identity.audit.AuditLog;
import dev.medley.identity.audit.AuditOutcome;
import dev.medley.identity.cognito.UserDirectory;
import dev.medley.identity.profile.Profile;
import dev.medley.identity.profile.ProfileDesk;
import dev.medley.identity.profile.UserStatus;
import dev.medley.identity.session.SessionRevoker;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Switches accounts off and on. A crash half-way leaves the pool refusing the user, whatever the row says; a repeat
 * completes the switch.
 */
@Component
class AccountSwitch {

    private final ProfileDesk profiles;
    private final UserDirectory directory;
    private final SessionRevoker sessions;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    AccountSwitch(
            ProfileDesk profiles,
            UserDirectory directory,
            SessionRevoker sessions,
            AuditLog audit,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.profiles = profiles;
        this.directory = directory;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Refuses a user everywhere at once: sign-ins and refreshes by the pool, tokens by every service.
     *
     * @param actor who asks for it
     * @throws ProblemException {@link ProblemCode#NOT_FOUND}; {@link ProblemCode#CONFLICT} when it is oneself
     */
    Profile disable(String actor, String userId) {
        if (actor.equals(userId)) {
            throw ProblemException.of(
                    ProblemCode.CONFLICT, "You cannot disable your own account; another administrator can.");
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            Profile profile = profiles.lock(userId);
            directory.disable(userId);
            Profile stored = allowSignIn(profile, false);
            sessions.revoke(userId);
            audit.record(AuditAction.USER_DISABLED, AuditOutcome.DONE, actor, userId);
            return stored;
        }));
    }

    /**
     * Lets a user sign in again.
     *
     * @param actor who asks for it
     * @throws ProblemException {@link ProblemCode#NOT_FOUND} when there is no such user
     */
    Profile enable(String actor, String userId) {
        transaction.executeWithoutResult(_ -> {
            allowSignIn(profiles.lock(userId), true);
            audit.record(AuditAction.USER_ENABLED, AuditOutcome.DONE, actor, userId);
        });
        return Objects.requireNonNull(transaction.execute(_ -> {
            Profile profile = profiles.lock(userId);
            // Somebody may have switched the account off again since.
            if (profile.status() != UserStatus.SUSPENDED) {
                directory.enable(userId);
            }
            return profile;
        }));
    }

    private Profile allowSignIn(Profile profile, boolean allowed) {
        return profile.allowSignIn(allowed, clock.instant()) ? profiles.store(profile) : profile;
    }
}
