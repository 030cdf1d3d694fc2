package dev.medley.standins.cognito;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The applications of the pool. */
final class AppClients {

    private static final String SELECT =
            "select id, name, secret, rotation_grace_seconds, scopes, created_at from cognito.app_client where ";

    private final JdbcClient jdbc;

    AppClients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AppClient> find(String id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query(AppClients::read).optional();
    }

    /** The client that a request names. */
    AppClient require(Input input) {
        String id = input.text("ClientId");
        return find(id).orElseThrow(() -> CognitoError.resourceNotFound("User pool client " + id + " does not exist."));
    }

    Optional<AppClient> named(String name) {
        return jdbc.sql(SELECT + "name = ?").param(name).query(AppClients::read).optional();
    }

    /** The clients after an id, in order of their ids. */
    List<AppClient> list(String after, int limit) {
        return jdbc.sql(SELECT + "id > ? order by id limit ?")
                .params(after, limit)
                .query(AppClients::read)
                .list();
    }

    /** Stores a new client of the pool. */
    void add(UserPool pool, AppClient client) {
        Duration grace = client.rotationGrace();
        jdbc.sql("""
                        insert into cognito.app_client (id, pool_id, name, secret, rotation_grace_seconds, scopes, created_at)
                        values (:id, :pool, :name, :secret, :grace, :scopes, :now)
                        """)
                .param("id", client.id())
                .param("pool", pool.id())
                .param("name", client.name())
                .param("secret", client.secret())
                .param("grace", grace == null ? null : grace.toSeconds(), Types.INTEGER)
                .param("scopes", String.join(" ", client.scopes()))
                .param("now", Database.timestamp(client.createdAt()))
                .update();
    }

    private static List<String> scopes(String separated) {
        return separated.isEmpty() ? List.of() : List.of(separated.split(" ", -1));
    }

    private static @Nullable Duration grace(ResultSet row) throws SQLException {
        Integer seconds = row.getObject("rotation_grace_seconds", Integer.class);
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private static AppClient read(ResultSet row, int number) throws SQLException {
        return new AppClient(
                row.getString("id"),
                row.getString("name"),
                row.getString("secret"),
                grace(row),
                scopes(row.getString("scopes")),
                Database.instant(row, "created_at"));
    }
}
