package dev.medley.standins.cognito;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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
    Optional<User> add(UUID username, Attributes attributes, String passwordHash, UserStatus status) {
        var now = Database.timestamp(clock.instant());
        return jdbc.sql("""
                        insert into cognito.app_user
                            (username, email, email_verified, attributes, password_hash, status, created_at, updated_at)
                        values (?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                        on conflict (email) do nothing
                        returning *
                        """)
                .params(
                        username,
                        attributes.email(),
                        attributes.emailVerified(),
                        json.writeValueAsString(attributes.others()),
                        passwordHash,
                        status.name(),
                        now,
                        now)
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
    User setPassword(User user, String passwordHash, UserStatus status) {
        return jdbc.sql("""
                        update cognito.app_user set password_hash = ?, status = ?, updated_at = ?
                        where username = ?
                        returning *
                        """)
                .params(passwordHash, status.name(), Database.timestamp(clock.instant()), user.username())
                .query(rows)
                .single();
    }

    /** Removes the user with codes, challenges, sessions and memberships. */
    void delete(User user) {
        jdbc.sql("delete from cognito.auth_challenge where username = ?")
                .param(user.username())
                .update();
        jdbc.sql("delete from cognito.app_user where username = ?")
                .param(user.username())
                .update();
    }

    /** The users after a position, in order of creation. */
    List<User> list(UserFilter filter, long after, int limit) {
        return jdbc.sql("select * from cognito.app_user where position > :after and " + filter.condition()
                        + " order by position limit :limit")
                .param("after", after)
                .param("value", filter.parameter())
                .param("limit", limit)
                .query(rows)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from cognito.app_user")
                .query(Long.class)
                .single();
    }
}
