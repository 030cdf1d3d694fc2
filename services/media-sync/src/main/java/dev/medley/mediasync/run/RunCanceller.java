package dev.medley.mediasync.run;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops runs. */
@Component
class RunCanceller {

    private final Runs runs;
    private final RunFinisher finisher;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    RunCanceller(Runs runs, RunFinisher finisher, JdbcClient jdbc, InstantSource clock) {
        this.runs = runs;
        this.finisher = finisher;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Ends an active run: what is not copied yet fails, and workers that copy notice it at their next heartbeat. */
    @Transactional
    public Run cancel(UUID id) {
        runs.lock(id);
        Run run = runs.find(id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND, "There is no such run."));
        if (run.status().isFinal()) {
            throw ProblemException.of(ProblemCode.CONFLICT, "The run has ended: %s.".formatted(run.status()));
        }
        jdbc.sql("""
                        UPDATE sync_video
                        SET status = 'FAILED', reason = 'cancelled', detail = 'The run was cancelled.',
                            lease_holder = NULL, lease_until = NULL, updated_at = :now
                        WHERE run_id = :id AND status IN ('PENDING', 'IN_PROGRESS')
                        """)
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        finisher.cancelled(runs.find(id).orElseThrow());
        return runs.find(id).orElseThrow();
    }
}
