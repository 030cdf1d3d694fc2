package dev.medley.identity.access;

import dev.medley.identity.audit.AuditAction;
import dev.medley.identity.audit.AuditLog;
import dev.medley.identity.audit.AuditOutcome;
import dev.medley.identity.cognito.UserGroups;
import dev.medley.identity.profile.ProfileDesk;
import dev.medley.identity.session.SessionRevoker;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.util.Set;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and sets the roles of users. */
@Component
class RoleAssigner {

    private final ProfileDesk profiles;
    private final UserGroups groups;
    private final SessionRevoker sessions;
    private final AuditLog audit;

    RoleAssigner(ProfileDesk profiles, UserGroups groups, SessionRevoker sessions, AuditLog audit) {
        this.profiles = profiles;
        this.groups = groups;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * The roles of a user.
     *
     * @throws ProblemException {@link ProblemCode#NOT_FOUND} when there is no such user
     */
    public Set<Role> rolesOf(String userId) {
        profiles.find(userId);
        return Role.ofGroups(groups.of(userId));
    }

    /**
     * Gives a user exactly these roles, and has every service refuse the tokens that still name the old ones. The tokens
     * are refused even if no role changes: a repeat completes what a crash left half done.
     *
     * @param actor who sets them
     * @param precondition is given the {@link Role#version} of the present roles and throws if they must not be replaced
     * @throws ProblemException {@link ProblemCode#NOT_FOUND} when there is no such user; {@link ProblemCode#CONFLICT} when
     *     administrators would stop being one: somebody has to remain who can undo it
     */
    @Transactional
    public Set<Role> assign(String actor, String userId, LongConsumer precondition, Set<Role> wanted) {
        // The lock makes two assignments to one user take turns, so that the result is one of the two.
        profiles.lock(userId);
        Set<Role> present = Role.ofGroups(groups.of(userId));
        precondition.accept(Role.version(present));
        if (userId.equals(actor) && present.contains(Role.ADMIN) && !wanted.contains(Role.ADMIN)) {
            throw ProblemException.of(
                    ProblemCode.CONFLICT, "You cannot take the role admin from yourself; another administrator can.");
        }
        // What is taken goes first: half way through, the user may do less rather than more.
        without(present, wanted).forEach(role -> groups.leave(userId, role.group()));
        without(wanted, present).forEach(role -> groups.join(userId, role.group()));
        sessions.revoke(userId);
        audit.record(AuditAction.ROLES_CHANGED, AuditOutcome.DONE, actor, userId);
        return wanted;
    }

    private static Set<Role> without(Set<Role> roles, Set<Role> others) {
        Set<Role> rest = Role.setOf(roles);
        rest.removeAll(others);
        return rest;
    }
}
