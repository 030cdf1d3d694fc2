package dev.medley.images.library;

import dev.medley.contracts.UserConfirmed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of users beside their images. */
@Component
class Galleries {

    private final JdbcClient jdbc;

    Galleries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(UserConfirmed user) {
        jdbc.sql("INSERT INTO gallery (user_id, opened_at) VALUES (:userId, :openedAt)")
                .param("userId", user.userId())
                .param("openedAt", user.confirmedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    GalleryStatistics statistics(String userId) {
        return jdbc.sql("""
                        SELECT (SELECT opened_at FROM gallery WHERE user_id = :userId) AS opened_at,
                               count(*) AS images,
                               coalesce(sum(bytes), 0) AS bytes,
                               max(created_at) AS newest
                        FROM image
                        WHERE owner_id = :userId
                        """)
                .param("userId", userId)
                .query((row, _) -> new GalleryStatistics(
                        instant(row.getObject("opened_at", OffsetDateTime.class)),
                        row.getLong("images"),
                        row.getLong("bytes"),
                        instant(row.getObject("newest", OffsetDateTime.class))))
                .single();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
