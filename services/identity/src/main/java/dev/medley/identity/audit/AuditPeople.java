package dev.medley.identity.audit;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pseudonyms under which people appear in the log. */
@Component
class AuditPeople {

    private final JdbcClient jdbc;

    AuditPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A user's pseudonym, random and made when first asked for. */
    UUID pseudonym(String userId) {
        return find(userId)
                .orElseGet(() -> jdbc.sql("""
                        INSERT INTO audit_person (person_id, user_id)
                        VALUES (:personId, :userId)
                        ON CONFLICT (user_id) DO UPDATE SET user_id = excluded.user_id
                        RETURNING person_id
                        """)
                        .param("personId", UUID.randomUUID())
                        .param("userId", userId)
                        .query(UUID.class)
                        .single());
    }

    Optional<UUID> find(String userId) {
        return jdbc.sql("SELECT person_id FROM audit_person WHERE user_id = :userId")
                .param("userId", userId)
                .query(UUID.class)
                .optional();
    }

    void forget(String userId) {
        jdbc.sql("DELETE FROM audit_person WHERE user_id = :userId")
                .param("userId", userId)
                .update();
    }
}
