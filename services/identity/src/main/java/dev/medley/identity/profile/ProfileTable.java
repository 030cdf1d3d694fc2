package dev.medley.identity.profile;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes to the table {@code profile} that must be right whoever else writes at the same time. */
@Component
class ProfileTable {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProfileTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whether a user is there, confirmed and with this address: so it is at nearly every sign-in. */
    boolean isCurrent(String userId, String email) {
        return jdbc.sql("""
                        SELECT count(*) FROM profile
                        WHERE user_id = :userId AND email = :email AND confirmed_at IS NOT NULL
                        """)
                .param("userId", userId)
                .param("email", email)
                .query(Integer.class)
                .single()
                .equals(1);
    }

    /** Adds a confirmed user; not one whose account is being erased. */
    boolean insertConfirmed(String userId, String email, Instant now) {
        return jdbc.sql("""
                        INSERT INTO profile (user_id, email, subscription_status, confirmed_at, created_at,
                                             updated_at, version)
                        SELECT :userId, :email, 'ACTIVE', :now, :now, :now, 0
                        WHERE NOT EXISTS (SELECT FROM erasure WHERE user_id = :userId)
                        ON CONFLICT (user_id) DO NOTHING
                        """)
                        .param("userId", userId)
                        .param("email", email)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Adds an invited user; not one whose account is being erased. */
    boolean insertInvited(String userId, String email, PersonName name, Map<String, Object> details, Instant now) {
        return jdbc.sql("""
                        INSERT INTO profile (user_id, email, first_name, last_name, details, created_at, updated_at,
                                             version)
                        SELECT :userId, :email, :firstName, :lastName, CAST(:details AS jsonb), :now, :now, 0
                        WHERE NOT EXISTS (SELECT FROM erasure WHERE user_id = :userId)
                        ON CONFLICT (user_id) DO NOTHING
                        """)
                        .param("userId", userId)
                        .param("email", email)
                        .param("firstName", name.firstName())
                        .param("lastName", name.lastName())
                        .param("details", json.writeValueAsString(details))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Makes an invited user a confirmed one. */
    boolean confirm(String userId, Instant now) {
        return jdbc.sql("""
                        UPDATE profile
                        SET confirmed_at = :now, updated_at = :now, version = version + 1,
                            subscription_status = CASE subscription_status WHEN 'PENDING' THEN 'ACTIVE'
                                                                           ELSE subscription_status END
                        WHERE user_id = :userId AND confirmed_at IS NULL
                        """).param("userId", userId).param("now", utc(now)).update() == 1;
    }

    /** Gives a user another address; answers with the name if that is a change. */
    Optional<PersonName> changeEmail(String userId, String email, Instant now) {
        return jdbc.sql("""
                        UPDATE profile
                        SET email = :email, updated_at = :now, version = version + 1
                        WHERE user_id = :userId AND email <> :email
                        RETURNING first_name, last_name
                        """)
                .param("userId", userId)
                .param("email", email)
                .param("now", utc(now))
                .query(PersonName.class)
                .optional();
    }

    void noteSignIn(String userId, Instant now) {
        jdbc.sql("UPDATE profile SET last_login_at = :now WHERE user_id = :userId")
                .param("userId", userId)
                .param("now", utc(now))
                .update();
    }

    void noteDisabled(String userId, Instant now) {
        jdbc.sql("UPDATE profile SET disabled_at = :now WHERE user_id = :userId AND disabled_at IS NULL")
                .param("userId", userId)
                .param("now", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
