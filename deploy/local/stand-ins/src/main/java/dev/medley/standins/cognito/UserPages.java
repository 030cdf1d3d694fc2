package dev.medley.standins.cognito;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The users of the pool as listings see them. */
final class UserPages {

    private final JdbcClient jdbc;
    private final UserRows rows;

    UserPages(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = new UserRows(json);
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
