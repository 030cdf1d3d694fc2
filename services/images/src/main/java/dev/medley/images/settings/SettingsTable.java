package dev.medley.images.settings;

import dev.medley.images.settings.StoredSettings.StoredPicture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of settings. */
@Component
class SettingsTable {

    private static final String COLUMNS =
            "SELECT content, picture_sha256, picture_type, picture_bytes, version FROM settings WHERE user_id = :userId";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;

    SettingsTable(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    StoredSettings find(String userId) {
        return read(COLUMNS, userId);
    }

    /**
     * The same, kept as they are until this transaction ends: who removes the picture waits, and then sees that an image
     * uses it.
     */
    StoredSettings hold(String userId) {
        return read(COLUMNS + " FOR SHARE", userId);
    }

    /** Takes the row for this transaction; a user without one gets it first. */
    StoredSettings lock(String userId) {
        jdbc.sql("""
                        INSERT INTO settings (user_id, content, version, updated_at) VALUES (:userId, '{}', 0, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("userId", userId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return lockStored(userId);
    }

    /** The same of a user who has one. */
    StoredSettings lockStored(String userId) {
        return read(COLUMNS + " FOR UPDATE", userId);
    }

    void update(String userId, SettingsRequest content) {
        jdbc.sql("""
                        UPDATE settings SET content = :content, version = version + 1, updated_at = :now
                        WHERE user_id = :userId
                        """)
                .param("userId", userId)
                .param("content", json.writeValueAsString(content))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(String userId, @Nullable StoredPicture picture) {
        jdbc.sql("""
                        UPDATE settings
                        SET picture_sha256 = :sha256, picture_type = :type, picture_bytes = :bytes,
                            version = version + 1, updated_at = :now
                        WHERE user_id = :userId
                        """)
                .param("userId", userId)
                .param("sha256", picture == null ? null : picture.sha256())
                .param("type", picture == null ? null : picture.contentType())
                .param("bytes", picture == null ? null : picture.bytes())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(String userId) {
        jdbc.sql("DELETE FROM settings WHERE user_id = :userId")
                .param("userId", userId)
                .update();
    }

    /** Whether an image of the user is to be rendered with a picture, now or when somebody asks for more of it. */
    boolean isUsed(String userId, String sha256) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM image
                                       WHERE owner_id = :userId
                                         AND render_settings::jsonb -> 'watermark' ->> 'picture' = :sha256)
                            OR EXISTS (SELECT FROM rendition_order o JOIN image i ON i.id = o.image_id
                                       WHERE i.owner_id = :userId
                                         AND o.spec::jsonb -> 'watermark' ->> 'picture' = :sha256)
                        """)
                .param("userId", userId)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    private StoredSettings read(String sql, String userId) {
        return jdbc.sql(sql)
                .param("userId", userId)
                .query((row, _) -> settings(row))
                .optional()
                .orElse(StoredSettings.NONE);
    }

    private StoredSettings settings(ResultSet row) throws SQLException {
        String sha256 = row.getString("picture_sha256");
        return new StoredSettings(
                row.getLong("version"),
                json.readValue(row.getString("content"), SettingsRequest.class),
                sha256 == null
                        ? null
                        : new StoredPicture(sha256, row.getString("picture_type"), row.getInt("picture_bytes")));
    }
}
