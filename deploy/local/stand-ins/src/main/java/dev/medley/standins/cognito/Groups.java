package dev.medley.standins.cognito;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The groups of the pool and who is in them. */
final class Groups {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Groups(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a group, or is empty when the name is taken. */
    Optional<Group> add(
            String name, @Nullable String description, @Nullable Integer precedence, @Nullable String roleArn) {
        var now = Database.timestamp(clock.instant());
        return jdbc.sql("""
                        insert into cognito.user_group (name, description, precedence, role_arn, created_at, updated_at)
                        values (:name, :description, :precedence, :roleArn, :now, :now)
                        on conflict (name) do nothing
                        returning *
                        """)
                .param("name", name)
                .param("description", description)
                .param("precedence", precedence)
                .param("roleArn", roleArn)
                .param("now", now)
                .query(Groups::read)
                .optional();
    }

    /** Removes a group; its members leave it. */
    void delete(Group group) {
        jdbc.sql("delete from cognito.user_group where name = ?")
                .param(group.name())
                .update();
    }

    /** The group that a request names. */
    Group require(Input input) {
        return jdbc.sql("select * from cognito.user_group where name = ?")
                .param(input.text("GroupName"))
                .query(Groups::read)
                .optional()
                .orElseThrow(() -> CognitoError.resourceNotFound("Group not found."));
    }

    /** The groups after a name, in order of their names. */
    List<Group> list(String after, int limit) {
        return jdbc.sql("select * from cognito.user_group where name > ? order by name limit ?")
                .params(after, limit)
                .query(Groups::read)
                .list();
    }

    /** A user's groups after a name, in order of their names. */
    List<Group> listOf(User user, String after, int limit) {
        return jdbc.sql("""
                        select g.* from cognito.user_group g
                        join cognito.group_member m on m.group_name = g.name
                        where m.username = ? and g.name > ?
                        order by g.name limit ?
                        """)
                .params(user.username(), after, limit)
                .query(Groups::read)
                .list();
    }

    /** The names of a user's groups, the most important first, as tokens carry them. */
    List<String> namesOf(User user) {
        return jdbc.sql("""
                        select g.name from cognito.user_group g
                        join cognito.group_member m on m.group_name = g.name
                        where m.username = ?
                        order by g.precedence nulls last, g.name
                        """).param(user.username()).query(String.class).list();
    }

    void join(User user, Group group) {
        jdbc.sql("""
                        insert into cognito.group_member (username, group_name) values (?, ?)
                        on conflict do nothing
                        """).params(user.username(), group.name()).update();
    }

    void leave(User user, Group group) {
        jdbc.sql("delete from cognito.group_member where username = ? and group_name = ?")
                .params(user.username(), group.name())
                .update();
    }

    private static Group read(ResultSet row, int number) throws SQLException {
        return new Group(
                row.getString("name"),
                row.getString("description"),
                row.getObject("precedence", Integer.class),
                row.getString("role_arn"),
                Database.instant(row, "created_at"),
                Database.instant(row, "updated_at"));
    }
}
