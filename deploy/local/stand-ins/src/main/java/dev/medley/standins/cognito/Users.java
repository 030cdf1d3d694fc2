package dev.medley.standins.cognito;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The users of the pool. */
final class Users {

    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;
    private final UserRows rows;

    Users(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.rows = new UserRows(json);
    }

    /** The one spelling of an address: the pool does not tell cases apart. */
    static String normalize(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** Whether this has the form of a generated username. */
    static boolean isUsername(String login) {
        return UUID_FORM.matcher(login).matches();
    }

    /**
     * Finds a user.
     *
     * @param username the e-mail address in any case, or the generated username
     */
    Optional<User> find(String username) {
        return isUsername(username)
                ? find(UUID.fromString(username))
                : jdbc.sql("select * from cognito.app_user where email = ?")
                        .param(normalize(username))
                        .query(rows)
                        .optional();
    }

    Optional<User> find(UUID username) {
        return jdbc.sql("select * from cognito.app_user where username = ?")
                .param(username)
                .query(rows)
                .optional();
    }

    /** For administrators, who may know that there is no such user. */
    User require(Input input) {
        return find(input.text("Username")).orElseThrow(CognitoError::userNotFound);
    }

    /** Adds a user, or is empty when the address is taken. */
    Optional<User> add(UUID username, Attributes attributes, StoredPassword password, UserStatus status) {
        return jdbc.sql("""
                        insert into cognito.app_user
                            (username, email, email_verified, attributes, password_hash, srp_salt, srp_verifier,
                             status, created_at, updated_at)
                        values (:username, :email, :verified, :attributes::jsonb, :hash, :salt, :verifier,
                            :status, :now, :now)
                        on conflict (email) do nothing
                        returning *
                        """)
                .param("username", username)
                .param("email", attributes.email())
                .param("verified", attributes.emailVerified())
                .param("attributes", json.writeValueAsString(attributes.others()))
                .params(columns(password))
                .param("status", status.name())
                .param("now", Database.timestamp(clock.instant()))
                .query(rows)
                .optional();
    }

    /** Confirms a user and gives them as they are then. */
    User confirm(User user, boolean emailVerified) {
        return jdbc.sql("""
                        update cognito.app_user
                        set status = 'CONFIRMED', email_verified = email_verified or ?, updated_at = ?
                        where username = ?
                        returning *
                        """)
                .params(emailVerified, Database.timestamp(clock.instant()), user.username())
                .query(rows)
                .single();
    }

    /** Sets a password and gives the user as they are then. */
    User setPassword(User user, StoredPassword password, UserStatus status) {
        return jdbc.sql("""
                        update cognito.app_user
                        set password_hash = :hash, srp_salt = :salt, srp_verifier = :verifier,
                            status = :status, updated_at = :now
                        where username = :username
                        returning *
                        """)
                .params(columns(password))
                .param("status", status.name())
                .param("now", Database.timestamp(clock.instant()))
                .param("username", user.username())
                .query(rows)
                .single();
    }

    private static Map<String, @Nullable String> columns(StoredPassword password) {
        Map<String, @Nullable String> columns = new HashMap<>();
        columns.put("hash", password.hash());
        columns.put("salt", password.srp() == null ? null : password.srp().salt());
        columns.put("verifier", password.srp() == null ? null : password.srp().verifier());
        return columns;
    }

    /** Changes attributes and gives the user as they are then; codes sent to an address that they leave are void. */
    User update(User user, AttributeUpdate update) {
        if (update.movesAddressOf(user)) {
            forgetAddress(user.email());
            jdbc.sql("delete from cognito.verification_code where username = ?")
                    .param(user.username())
                    .update();
        }
        return jdbc.sql("""
                        update cognito.app_user
                        set email = :email, email_verified = :verified, attributes = :attributes::jsonb, updated_at = :now
                        where username = :username
                        returning *
                        """)
                .param("email", update.emailAfter(user))
                .param("verified", update.verifiedAfter(user))
                .param("attributes", json.writeValueAsString(update.othersAfter(user)))
                .param("now", Database.timestamp(clock.instant()))
                .param("username", user.username())
                .query(rows)
                .single();
    }

    void setEnabled(User user, boolean enabled) {
        jdbc.sql("update cognito.app_user set enabled = ?, updated_at = ? where username = ?")
                .params(enabled, Database.timestamp(clock.instant()), user.username())
                .update();
    }

    /** What is kept under an address alone. */
    private void forgetAddress(String email) {
        jdbc.sql("delete from cognito.sign_in_failure where email = ?")
                .param(email)
                .update();
        jdbc.sql("delete from cognito.request_count where email = ?")
                .param(email)
                .update();
    }

    /** Removes the user with codes, challenges, sessions and memberships. */
    void delete(User user) {
        forgetAddress(user.email());
        jdbc.sql("delete from cognito.auth_challenge where username = ?")
                .param(user.username())
                .update();
        jdbc.sql("delete from cognito.app_user where username = ?")
                .param(user.username())
                .update();
    }
}
