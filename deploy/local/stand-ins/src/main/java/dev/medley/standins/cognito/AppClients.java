package dev.medley.standins.cognito;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The applications of the pool. */
final class AppClients {

    private static final String SELECT = "select id, name, secret, created_at from cognito.app_client where ";

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

    AppClient named(String name) {
        return jdbc.sql(SELECT + "name = ?").param(name).query(AppClients::read).single();
    }

    private static AppClient read(ResultSet row, int number) throws SQLException {
        return new AppClient(
                row.getString("id"),
                row.getString("name"),
                row.getString("secret"),
                Database.instant(row, "created_at"));
    }
}
