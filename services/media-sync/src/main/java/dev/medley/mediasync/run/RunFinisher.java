package dev.medley.mediasync.run;

import dev.medley.contracts.SyncRunFinished;
import dev.medley.messaging.outbox.Outbox;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends runs and tells how they ended. */
@Component
public class RunFinisher {

    private static final Logger log = LoggerFactory.getLogger(RunFinisher.class);

    private final Runs runs;
    private final Outbox outbox;
    private final InstantSource clock;

    RunFinisher(Runs runs, Outbox outbox, InstantSource clock) {
        this.runs = runs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Has nobody else change a run until the caller's transaction ends. */
    @Transactional
    public void hold(UUID runId) {
        runs.lock(runId);
    }

    /** Ends a run whose last media file is through; belongs into the transaction that notes the file. */
    @Transactional
    public void finishIfDone(UUID runId) {
        runs.lock(runId);
        Run run = runs.find(runId).orElseThrow();
        Run.Progress progress = run.progress();
        if (run.status() != RunStatus.TRANSFERRING || progress.done() + progress.failed() < progress.total()) {
            return;
        }
        if (progress.failed() == 0) {
            end(run, RunStatus.COMPLETED, null, null, "%d files are through.".formatted(progress.done()));
        } else {
            String detail = "%d of %d files failed; the next run tries again those that are not at fault themselves."
                    .formatted(progress.failed(), progress.total());
            end(run, RunStatus.PARTIAL, "some-failed", detail, detail);
        }
    }

    /** Ends a run that cannot go on. What it has taken on is copied all the same. */
    @Transactional
    public void fail(Run run, String reason, String detail) {
        end(runs.find(run.id()).orElseThrow(), RunStatus.FAILED, reason, detail, detail);
    }

    /** Ends a run that somebody cancelled. */
    @Transactional
    public void cancelled(Run run) {
        end(run, RunStatus.CANCELLED, "cancelled", null, "Somebody cancelled the run.");
    }

    private void end(Run run, RunStatus status, @Nullable String reason, @Nullable String detail, String summary) {
        runs.end(run, status, reason, detail);
        Run.Progress progress = run.progress();
        outbox.publish(
                run.provider(),
                new SyncRunFinished(
                        run.id().toString(),
                        run.provider(),
                        status.name(),
                        progress.total(),
                        progress.done(),
                        progress.failed(),
                        summary,
                        clock.instant()));
        log.atInfo()
                .addKeyValue("runId", run.id())
                .addKeyValue("provider", run.provider())
                .addKeyValue("outcome", status)
                .addKeyValue("listed", run.listed())
                .addKeyValue("known", run.known())
                .addKeyValue("total", progress.total())
                .addKeyValue("failed", progress.failed())
                .log("run finished");
    }
}
