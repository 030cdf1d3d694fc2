package dev.medley.mediasync.video;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code sync_video}. */
public final class VideoRows {

    /** The columns that {@link #read} needs. */
    public static final String COLUMNS = """
            id, provider, media_id, locator, filename, bytes, recorded_at, run_id, status, object_key, reason, detail,
            attempts, bytes_so_far, etag, checksum, synced_at, duration_ms, throughput_mbps, created_at, updated_at
            """;

    private VideoRows() {}

    /** The video of a row. */
    public static Video read(ResultSet row, int number) throws SQLException {
        return new Video(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getString("media_id"),
                row.getString("locator"),
                row.getString("filename"),
                row.getObject("bytes", Long.class),
                time(row, "recorded_at"),
                row.getObject("run_id", UUID.class),
                VideoStatus.valueOf(row.getString("status")),
                row.getString("object_key"),
                row.getString("reason"),
                row.getString("detail"),
                row.getInt("attempts"),
                row.getLong("bytes_so_far"),
                row.getString("etag"),
                row.getString("checksum"),
                timeOrNull(row, "synced_at"),
                row.getObject("duration_ms", Long.class),
                row.getObject("throughput_mbps", Double.class),
                time(row, "created_at"),
                time(row, "updated_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
