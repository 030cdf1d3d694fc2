package dev.medley.identity.audit;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the log. Entries are only ever added. */
@Component
public class AuditLog {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    AuditLog(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds an entry, in the caller's transaction if there is one: then the log tells of the action exactly if it happened.
     *
     * @param actor who did it, Cognito {@code sub}; absent when nobody is known
     * @param target on whom; absent when it is nobody the platform knows
     */
    @Transactional
    public void record(AuditAction action, AuditOutcome outcome, @Nullable String actor, @Nullable String target) {
        jdbc.sql("""
                        INSERT INTO audit_entry (at, action, outcome, actor, target)
                        VALUES (:at, :action, :outcome, :actor, :target)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("action", action.name())
                .param("outcome", outcome.name())
                .param("actor", actor)
                .param("target", target)
                .update();
    }
}
