package dev.medley.identity.user;

import dev.medley.identity.query.Conditions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement that lists users, oldest first.
 *
 * @param sql with named parameters
 * @param params by name
 */
record UserQuery(String sql, Map<String, Object> params) {

    private static final String COLUMNS = """
            user_id, email, first_name, last_name, status, subscription_status, financial_emails, newsletter_emails,
            marketing_emails, created_at, last_login_at""";

    /**
     * The rows behind a position.
     *
     * @param position creation time and id of the row before; null for the first rows
     */
    static UserQuery after(UserFilter filter, @Nullable List<String> position, int rows) {
        Conditions conditions = filter.conditions();
        if (position != null) {
            conditions.and(
                    "(created_at, user_id) > (:createdAt, :userId)",
                    Map.of(
                            "createdAt",
                            Instant.parse(position.get(0)).atOffset(ZoneOffset.UTC),
                            "userId",
                            position.get(1)));
        }
        return of("""
                SELECT %s
                FROM profile
                %s
                ORDER BY created_at, user_id
                LIMIT :rows
                """.formatted(COLUMNS, conditions.where()), conditions, Map.of("rows", rows));
    }

    /** The rows behind a number of others; what is skipped is not carried along whole. */
    static UserQuery skipping(UserFilter filter, int offset, int rows) {
        Conditions conditions = filter.conditions();
        return of("""
                SELECT %s
                FROM (SELECT user_id, created_at
                      FROM profile
                      %s
                      ORDER BY created_at, user_id
                      LIMIT :rows OFFSET :offset) page
                JOIN profile USING (user_id, created_at)
                ORDER BY created_at, user_id
                """.formatted(COLUMNS, conditions.where()), conditions, Map.of("rows", rows, "offset", offset));
    }

    /** How many there are. */
    static UserQuery count(UserFilter filter) {
        Conditions conditions = filter.conditions();
        return of("SELECT count(*) FROM profile " + conditions.where(), conditions, Map.of());
    }

    private static UserQuery of(String sql, Conditions conditions, Map<String, Object> further) {
        Map<String, Object> params = new HashMap<>(conditions.params());
        params.putAll(further);
        return new UserQuery(sql, params);
    }
}
