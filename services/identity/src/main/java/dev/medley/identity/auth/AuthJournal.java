package dev.medley.identity.auth;

import dev.medley.identity.audit.AuditAction;
import dev.medley.identity.audit.AuditLog;
import dev.medley.identity.audit.AuditOutcome;
import dev.medley.web.problem.ProblemException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the audit log of what happens at the door. Addresses are looked up, as the log knows accounts by their id. */
@Component
class AuthJournal {

    private final AuditLog log;
    private final JdbcClient jdbc;

    AuthJournal(AuditLog log, JdbcClient jdbc) {
        this.log = log;
        this.jdbc = jdbc;
    }

    /** The owner of an account did something to it. */
    void done(AuditAction action, String sub) {
        log.record(action, AuditOutcome.DONE, sub, sub);
    }

    /** Somebody asked for something for an address, with or without an account. */
    void asked(AuditAction action, String email) {
        log.record(action, AuditOutcome.DONE, null, accountOf(email));
    }

    /** Somebody tried something on an address and may not. */
    void refused(AuditAction action, String email) {
        log.record(action, AuditOutcome.REFUSED, null, accountOf(email));
    }

    /** An attempt on an address; when it is refused, that is logged. An outage is nobody's attempt. */
    <T> T watched(AuditAction action, String email, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (ProblemException e) {
            if (e.code().status() < HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                refused(action, email);
            }
            throw e;
        }
    }

    /** An attempt of a signed-in user on their own account; when it is refused, that is logged. */
    <T> T watchedOwn(AuditAction action, String sub, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (ProblemException e) {
            if (e.code().status() < HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                log.record(action, AuditOutcome.REFUSED, sub, sub);
            }
            throw e;
        }
    }

    /** The {@code sub} of the account with an address, as far as this service knows one. */
    @Nullable
    String accountOf(String email) {
        return jdbc.sql("SELECT user_id FROM profile WHERE email = :email LIMIT 1")
                .param("email", email)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
