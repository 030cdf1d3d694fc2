package dev.medley.identity.user;

import dev.medley.identity.audit.AuditAction;
import dev.medley.identity.audit.AuditLog;
import dev.medley.identity.audit.AuditOutcome;
import dev.medley.identity.cognito.DirectoryUser;
import dev.medley.identity.cognito.DirectoryUser.Standing;
import dev.medley.identity.cognito.UserDirectory;
import dev.medley.identity.profile.Profile;
import dev.medley.identity.profile.ProfileDesk;
import dev.medley.identity.profile.ProfileRegistrar;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Invites users by mail. */
@Component
public class InvitationDesk {

    private final UserDirectory directory;
    private final ProfileRegistrar registrar;
    private final ProfileDesk profiles;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    InvitationDesk(
            UserDirectory directory,
            ProfileRegistrar registrar,
            ProfileDesk profiles,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.directory = directory;
        this.registrar = registrar;
        this.profiles = profiles;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Makes a user whom the pool mails a temporary password. A repeat after a crash between pool and profile makes the
     * profile and sends no second mail.
     *
     * @param actor who invites
     * @throws ProblemException {@link ProblemCode#CONFLICT} when there is a user with this address
     */
    public Profile invite(String actor, Invitation invitation) {
        String userId = directory.invite(invitation.email()).orElseGet(() -> halfInvited(invitation.email()));
        transaction.executeWithoutResult(_ -> {
            if (!registrar.invited(userId, invitation.email(), invitation.name(), invitation.details())) {
                throw taken();
            }
            audit.record(AuditAction.USER_CREATED, AuditOutcome.DONE, actor, userId);
        });
        return profiles.find(userId);
    }

    private String halfInvited(String email) {
        return directory
                .find(email)
                .filter(user -> user.standing() == Standing.INVITED)
                .map(DirectoryUser::sub)
                .orElseThrow(InvitationDesk::taken);
    }

    private static ProblemException taken() {
        return ProblemException.of(ProblemCode.CONFLICT, "There is a user with this address.");
    }
}
