package dev.medley.mediasync.run;

import dev.medley.accounts.personaldata.PersonalData;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who started a run: all that this service knows of users. */
@Component("syncRuns")
class RunData implements PersonalData {

    private final JdbcClient jdbc;

    RunData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable Object export(String userId) {
        List<StartedRun> started = jdbc.sql(
                        "SELECT id, provider, created_at FROM sync_run WHERE requested_by = :userId ORDER BY created_at, id")
                .param("userId", userId)
                .query((row, _) -> new StartedRun(
                        row.getObject("id", UUID.class),
                        row.getString("provider"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
        return started.isEmpty() ? null : started;
    }

    /** The run happened whoever asked for it. */
    @Override
    public void erase(String userId) {
        jdbc.sql("UPDATE sync_run SET requested_by = NULL WHERE requested_by = :userId")
                .param("userId", userId)
                .update();
    }

    private record StartedRun(UUID id, String provider, Instant startedAt) {}
}
