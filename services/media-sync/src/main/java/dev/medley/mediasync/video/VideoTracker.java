package dev.medley.mediasync.video;

import dev.medley.mediasync.Sha256;
import dev.medley.mediasync.provider.MediaItem;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells known media from new ones and takes those on that a run is to copy. */
@Component
public class VideoTracker {

    private static final int LONGEST_NAME = 255;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    VideoTracker(JdbcTemplate template, JdbcClient jdbc, InstantSource clock) {
        this.template = template;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A row to be.
     *
     * @param item what the provider tells
     * @param mediaId its id, or a hash in place of one that breaks the rules
     * @param fault what is wrong with it
     */
    private record Entry(
            MediaItem item, String mediaId, @Nullable Fault fault) {

        static Entry of(MediaItem item) {
            Fault fault = MediaScreening.judge(item).orElse(null);
            boolean badId = fault != null && fault.reason().equals("invalid-media-id");
            // A colon is in no valid id.
            String id = badId ? "sha256:" + Sha256.hexadecimal(item.mediaId()) : item.mediaId();
            return new Entry(item, id, fault);
        }

        VideoStatus status() {
            return fault == null ? VideoStatus.PENDING : VideoStatus.FAILED;
        }

        @Nullable
        String reason() {
            return fault != null ? fault.reason() : item.ready() ? null : "not-ready";
        }

        /** Beyond a plausible time nothing is known. */
        Instant recordedAt() {
            return MediaScreening.isPlausible(item.createdAt()) ? item.createdAt() : Instant.EPOCH;
        }

        @Nullable
        String detail() {
            return fault != null ? fault.detail() : item.ready() ? null : "The provider still works on it.";
        }
    }

    /**
     * Takes a page of a run's listing in, with one statement: media that are copied, being copied or waiting stay as they
     * are, and so do those at which the same is wrong as before.
     */
    public PageCount take(UUID runId, String provider, List<MediaItem> items) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        items.stream().map(Entry::of).forEach(entry -> entries.putIfAbsent(entry.mediaId(), entry));
        List<Entry> page = List.copyOf(entries.values());
        if (page.isEmpty()) {
            return new PageCount(0, 0);
        }
        ConnectionCallback<Integer> statement = connection -> insert(connection, runId, provider, page);
        Integer taken = template.execute(statement);
        return new PageCount(page.size(), taken == null ? 0 : taken);
    }

    private int insert(Connection connection, UUID runId, String provider, List<Entry> page) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO sync_video AS known (id, provider, media_id, locator, filename, bytes, recorded_at, run_id,
                                                 status, object_key, reason, detail, attempts, next_attempt_at,
                                                 bytes_so_far, created_at, updated_at)
                SELECT gen_random_uuid(), ?, media_id, locator, filename, bytes, recorded_at, ?, status, object_key,
                       reason, detail, 0, ?, 0, ?, ?
                FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[],
                            ?::text[], ?::text[])
                     AS page (media_id, locator, filename, bytes, recorded_at, status, object_key, reason, detail)
                ON CONFLICT (provider, media_id) DO UPDATE
                SET run_id = excluded.run_id, locator = excluded.locator, filename = excluded.filename,
                    bytes = excluded.bytes, status = excluded.status, reason = excluded.reason,
                    object_key = coalesce(known.object_key, excluded.object_key), detail = excluded.detail,
                    attempts = 0, next_attempt_at = excluded.next_attempt_at, dispatched_at = NULL,
                    updated_at = excluded.updated_at
                WHERE (known.status IN ('FAILED', 'SOURCE_DELETED')
                       OR (known.status = 'PENDING' AND known.reason IS NOT NULL))
                  AND NOT (known.status = 'FAILED' AND excluded.status = 'FAILED' AND known.reason = excluded.reason)
                """)) {
            Instant now = clock.instant();
            insert.setString(1, provider);
            insert.setObject(2, runId);
            for (int column = 3; column <= 5; column++) {
                insert.setObject(column, now.atOffset(ZoneOffset.UTC));
            }
            insert.setArray(6, array(connection, "text", page, Entry::mediaId));
            insert.setArray(
                    7,
                    array(connection, "text", page, entry -> stored(entry.item().locator(), 2048)));
            insert.setArray(
                    8,
                    array(connection, "text", page, entry -> stored(entry.item().filename(), LONGEST_NAME)));
            insert.setArray(
                    9, array(connection, "bigint", page, entry -> entry.item().bytes()));
            insert.setArray(
                    10,
                    array(connection, "text", page, entry -> entry.recordedAt().toString()));
            insert.setArray(
                    11, array(connection, "text", page, entry -> entry.status().name()));
            insert.setArray(
                    12,
                    array(
                            connection,
                            "text",
                            page,
                            entry -> entry.fault() == null ? ObjectKeys.of(provider, entry.item()) : null));
            insert.setArray(13, array(connection, "text", page, Entry::reason));
            insert.setArray(14, array(connection, "text", page, Entry::detail));
            return insert.executeUpdate();
        }
    }

    private static Array array(
            Connection connection, String type, List<Entry> page, Function<Entry, @Nullable Object> value)
            throws SQLException {
        Object[] values = new Object[page.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(page.get(i));
        }
        return connection.createArrayOf(type, values);
    }

    /** Has a run try again what failed or was not ready, as far as the file itself is not at fault. */
    public int takeLeftovers(UUID runId, String provider) {
        return jdbc.sql("""
                        UPDATE sync_video
                        SET run_id = :runId, status = 'PENDING', reason = NULL, detail = NULL, attempts = 0,
                            next_attempt_at = :now, dispatched_at = NULL, updated_at = :now
                        WHERE provider = :provider AND object_key IS NOT NULL
                          AND (status = 'FAILED' OR (status = 'PENDING' AND reason IS NOT NULL))
                        """)
                .param("runId", runId)
                .param("provider", provider)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** PostgreSQL stores no NUL, and nobody wants to see the others. */
    private static String stored(String text, int longest) {
        String visible = text.codePoints()
                .map(c -> Character.isISOControl(c) || (c <= 0xFFFF && Character.isSurrogate((char) c)) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.length() <= longest ? visible : visible.substring(0, longest - 1) + "…";
    }
}
