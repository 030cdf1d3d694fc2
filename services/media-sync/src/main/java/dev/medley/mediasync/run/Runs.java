package dev.medley.mediasync.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs' rows. */
@Component
class Runs {

    /** While a run is active its media are counted; those that wait for their provider do not belong to it yet. */
    private static final String SELECT = """
            SELECT id, provider, trigger, status, position, more, listed, known, reason, detail, failures, step,
                   created_at, finished_at,
                   CASE WHEN finished_at IS NULL THEN now.total ELSE run.total END AS total,
                   CASE WHEN finished_at IS NULL THEN now.done ELSE run.done END AS done,
                   CASE WHEN finished_at IS NULL THEN now.failed ELSE run.failed END AS failed
            FROM sync_run run
            CROSS JOIN LATERAL (
                SELECT count(*) AS total,
                       count(*) FILTER (WHERE status IN ('COMPLETED', 'SOURCE_DELETED')) AS done,
                       count(*) FILTER (WHERE status = 'FAILED') AS failed
                FROM sync_video
                WHERE run_id = run.id AND run.finished_at IS NULL AND NOT (status = 'PENDING' AND reason IS NOT NULL)
            ) now
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Runs(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a run; answers false when one of this provider is active. */
    boolean add(UUID id, String provider, RunTrigger trigger, @Nullable String requestedBy, @Nullable String position) {
        return jdbc.sql("""
                        INSERT INTO sync_run (id, provider, trigger, requested_by, status, position, more, listed, known,
                                              total, done, failed, failures, next_step_at, step, created_at, updated_at)
                        VALUES (:id, :provider, :trigger, :requestedBy, 'LISTING', :position, false, 0, 0,
                                0, 0, 0, 0, :now, 0, :now, :now)
                        ON CONFLICT (provider) WHERE finished_at IS NULL DO NOTHING
                        """)
                        .param("id", id)
                        .param("provider", provider)
                        .param("trigger", trigger.name())
                        .param("requestedBy", requestedBy)
                        .param("position", position)
                        .param("now", now())
                        .update()
                == 1;
    }

    Optional<Run> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(Runs::read)
                .optional();
    }

    Optional<Run> active(String provider) {
        return jdbc.sql(SELECT + "WHERE provider = :provider AND finished_at IS NULL")
                .param("provider", provider)
                .query(Runs::read)
                .optional();
    }

    /** The newest runs, or those behind one. */
    List<Run> list(@Nullable Instant createdAt, @Nullable UUID id, int rows) {
        if (createdAt == null || id == null) {
            return jdbc.sql(SELECT + "ORDER BY created_at DESC, id DESC LIMIT :rows")
                    .param("rows", rows)
                    .query(Runs::read)
                    .list();
        }
        return jdbc.sql(SELECT
                        + "WHERE (created_at, id) < (:createdAt, :id) ORDER BY created_at DESC, id DESC LIMIT :rows")
                .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("rows", rows)
                .query(Runs::read)
                .list();
    }

    /** Takes a run whose next page is due, for the length of a lease. */
    Optional<Run> claim(Duration lease) {
        return jdbc.sql("""
                        UPDATE sync_run SET step = step + 1, next_step_at = :until
                        WHERE id = (SELECT id FROM sync_run
                                    WHERE status = 'LISTING' AND next_step_at <= :now
                                    ORDER BY next_step_at LIMIT 1
                                    FOR UPDATE SKIP LOCKED)
                        RETURNING id
                        """)
                .param("until", clock.instant().plus(lease).atOffset(ZoneOffset.UTC))
                .param("now", now())
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    /**
     * Locks a run for the rest of the transaction, if it still is the one that was claimed.
     *
     * @return false when it was cancelled or taken over
     */
    boolean holds(Run claimed) {
        return jdbc.sql("SELECT 1 FROM sync_run WHERE id = :id AND step = :step AND status = 'LISTING' FOR UPDATE")
                .param("id", claimed.id())
                .param("step", claimed.step())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Notes a page. */
    void pageDone(Run run, int listed, int known, RunStatus status, String position, boolean more) {
        jdbc.sql("""
                        UPDATE sync_run
                        SET listed = listed + :listed, known = known + :known, status = :status, position = :position,
                            more = :more, failures = 0, next_step_at = :now, updated_at = :now
                        WHERE id = :id
                        """)
                .param("id", run.id())
                .param("listed", listed)
                .param("known", known)
                .param("status", status.name())
                .param("position", position)
                .param("more", more)
                .param("now", now())
                .update();
    }

    /** Has a page tried again later. */
    void postpone(Run run, Duration pause, String reason, String detail) {
        jdbc.sql("""
                        UPDATE sync_run
                        SET failures = failures + 1, reason = :reason, detail = :detail, next_step_at = :next,
                            updated_at = :now
                        WHERE id = :id
                        """)
                .param("id", run.id())
                .param("reason", reason)
                .param("detail", detail)
                .param("next", clock.instant().plus(pause).atOffset(ZoneOffset.UTC))
                .param("now", now())
                .update();
    }

    /** Ends a run with the counts of now. */
    void end(Run run, RunStatus status, @Nullable String reason, @Nullable String detail) {
        jdbc.sql("""
                        UPDATE sync_run
                        SET status = :status, total = :total, done = :done, failed = :failed, reason = :reason,
                            detail = :detail, updated_at = :now, finished_at = :now
                        WHERE id = :id
                        """)
                .param("id", run.id())
                .param("status", status.name())
                .param("total", run.progress().total())
                .param("done", run.progress().done())
                .param("failed", run.progress().failed())
                .param("reason", reason)
                .param("detail", detail)
                .param("now", now())
                .update();
    }

    /** Locks a run for the rest of the transaction. */
    void lock(UUID id) {
        jdbc.sql("SELECT 1 FROM sync_run WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Run read(ResultSet row, int number) throws SQLException {
        OffsetDateTime finishedAt = row.getObject("finished_at", OffsetDateTime.class);
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                RunTrigger.valueOf(row.getString("trigger")),
                RunStatus.valueOf(row.getString("status")),
                row.getString("position"),
                row.getBoolean("more"),
                row.getInt("listed"),
                row.getInt("known"),
                new Run.Progress(row.getInt("total"), row.getInt("done"), row.getInt("failed")),
                row.getString("reason"),
                row.getString("detail"),
                row.getInt("failures"),
                row.getLong("step"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finishedAt == null ? null : finishedAt.toInstant());
    }
}
