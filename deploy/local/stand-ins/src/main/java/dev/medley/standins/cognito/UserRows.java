package dev.medley.standins.cognito;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code app_user}. */
final class UserRows implements RowMapper<User> {

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private final JsonMapper json;

    UserRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public User mapRow(ResultSet row, int number) throws SQLException {
        return new User(
                row.getObject("username", UUID.class),
                row.getLong("position"),
                row.getString("email"),
                row.getBoolean("email_verified"),
                json.readValue(row.getString("attributes"), ATTRIBUTES),
                password(row),
                UserStatus.valueOf(row.getString("status")),
                row.getBoolean("enabled"),
                Database.instant(row, "created_at"),
                Database.instant(row, "updated_at"));
    }

    private static StoredPassword password(ResultSet row) throws SQLException {
        String salt = row.getString("srp_salt");
        return new StoredPassword(
                row.getString("password_hash"),
                salt == null ? null : new StoredPassword.SrpVerifier(salt, row.getString("srp_verifier")));
    }
}
