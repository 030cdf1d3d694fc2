package dev.medley.identity.reconciliation;

import dev.medley.contracts.Envelope;
import dev.medley.contracts.ReconciliationPageRequested;
import dev.medley.identity.cognito.DirectoryUser;
import dev.medley.identity.cognito.UserDirectory;
import dev.medley.identity.profile.ProfileRegistrar;
import dev.medley.messaging.EventHandler;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the missing profiles of one page of the pool. The profiles, what is noted of the page and the message for the next
 * are one transaction: an instance that dies leaves the page to another, and no page counts twice. The pool is asked
 * inside it, once, for no longer than its client allows.
 */
@Component
class PageReconciler implements EventHandler<ReconciliationPageRequested> {

    private static final Logger log = LoggerFactory.getLogger(PageReconciler.class);

    private final UserDirectory pool;
    private final ProfileRegistrar registrar;
    private final Reconciliations reconciliations;
    private final JdbcClient jdbc;

    PageReconciler(UserDirectory pool, ProfileRegistrar registrar, Reconciliations reconciliations, JdbcClient jdbc) {
        this.pool = pool;
        this.registrar = registrar;
        this.reconciliations = reconciliations;
        this.jdbc = jdbc;
    }

    @Override
    public Class<ReconciliationPageRequested> eventType() {
        return ReconciliationPageRequested.class;
    }

    @Override
    public void handle(Envelope<ReconciliationPageRequested> event) {
        UUID id = UUID.fromString(event.data().reconciliationId());
        String from = event.data().from();
        UserDirectory.Part part = list(id, from);
        if (part == null) {
            reconciliations.end(id, ReconciliationStatus.FAILED);
            return;
        }
        // In the order of their ids, as each publishes about its own.
        List<DirectoryUser> users = part.users().stream()
                .filter(user -> user.standing() != DirectoryUser.Standing.UNCONFIRMED)
                .sorted(Comparator.comparing(DirectoryUser::sub))
                .toList();
        List<String> present = profilesOf(users);
        // Only these: of the others the pool's page may be older than what is stored.
        users.stream().filter(user -> !present.contains(user.sub())).forEach(registrar::restore);
        int created = profilesOf(users).size() - present.size();
        reconciliations.pageDone(id, part.users().size(), created, part.next());
    }

    /** The page; null when the pool no longer knows where it begins, which waiting would not change. */
    private UserDirectory.@Nullable Part list(UUID id, @Nullable String from) {
        try {
            return pool.list(from);
        } catch (ProblemException e) {
            if (from != null && e.code() == ProblemCode.INVALID_REQUEST) {
                log.warn("reconciliation {} cannot go on: the pool has forgotten its page", id, e);
                return null;
            }
            throw e;
        }
    }

    private List<String> profilesOf(List<DirectoryUser> users) {
        if (users.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT user_id FROM profile WHERE user_id IN (:ids)")
                .param("ids", users.stream().map(DirectoryUser::sub).toList())
                .query(String.class)
                .list();
    }
}
