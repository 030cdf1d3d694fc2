package dev.medley.mediasync.video;

import dev.medley.web.paging.CursorCodec;
import dev.medley.web.paging.Cursors;
import dev.medley.web.paging.Page;
import dev.medley.web.paging.PageLimit;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows tracked media, and has single ones tried again. */
@Component
class VideoLibrary {

    private final JdbcClient jdbc;
    private final CursorCodec cursors;
    private final InstantSource clock;

    VideoLibrary(JdbcClient jdbc, CursorCodec cursors, InstantSource clock) {
        this.jdbc = jdbc;
        this.cursors = cursors;
        this.clock = clock;
    }

    Page<VideoResponse> list(
            @Nullable String provider, @Nullable VideoStatus status, @Nullable String cursor, PageLimit limit) {
        Cursors pages = cursors.forListing("videos", provider, status);
        List<String> position = pages.decode(cursor);
        String sql = "SELECT " + VideoRows.COLUMNS + " FROM sync_video WHERE true"
                + (provider == null ? "" : " AND provider = :provider")
                + (status == null ? "" : " AND status = :status")
                + (position == null ? "" : " AND (created_at, id) < (:createdAt, :id)")
                + " ORDER BY created_at DESC, id DESC LIMIT :rows";
        JdbcClient.StatementSpec statement = jdbc.sql(sql).param("rows", limit.rowsToRead());
        if (provider != null) {
            statement = statement.param("provider", provider);
        }
        if (status != null) {
            statement = statement.param("status", status.name());
        }
        if (position != null) {
            statement = statement
                    .param("createdAt", Instant.parse(position.get(0)).atOffset(ZoneOffset.UTC))
                    .param("id", UUID.fromString(position.get(1)));
        }
        return Page.of(
                        statement.query(VideoRows::read).list(),
                        limit,
                        video -> pages.encode(
                                List.of(video.createdAt().toString(), video.id().toString())))
                .map(VideoResponse::from);
    }

    VideoResponse find(UUID id) {
        return jdbc.sql("SELECT " + VideoRows.COLUMNS + " FROM sync_video WHERE id = :id")
                .param("id", id)
                .query(VideoRows::read)
                .optional()
                .map(VideoResponse::from)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND, "There is no such video."));
    }

    @Transactional
    public VideoResponse retry(UUID id) {
        int changed = jdbc.sql("""
                        UPDATE sync_video
                        SET status = 'PENDING', reason = NULL, detail = NULL, attempts = 0, next_attempt_at = :now,
                            dispatched_at = NULL, updated_at = :now
                        WHERE id = :id AND status IN ('FAILED', 'SOURCE_DELETED') AND object_key IS NOT NULL
                        """)
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        VideoResponse video = find(id);
        if (changed == 0) {
            throw ProblemException.of(
                    ProblemCode.CONFLICT,
                    "A video is tried again when it is FAILED or SOURCE_DELETED and its file is not at fault; this one is %s%s."
                            .formatted(video.status(), video.reason() == null ? "" : " (" + video.reason() + ")"));
        }
        return video;
    }
}
