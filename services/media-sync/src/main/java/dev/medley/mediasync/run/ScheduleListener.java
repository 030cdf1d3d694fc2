package dev.medley.mediasync.run;

import dev.medley.mediasync.credential.AccountStatus;
import dev.medley.mediasync.credential.Accounts;
import dev.medley.mediasync.credential.CredentialRotation;
import dev.medley.mediasync.provider.MediaProvider;
import dev.medley.mediasync.provider.MediaProviders;
import io.awspring.cloud.sqs.annotation.SqsListener;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Does what is due. A time of a schedule is taken once, however often its message comes. */
@Component
class ScheduleListener {

    private static final Logger log = LoggerFactory.getLogger(ScheduleListener.class);

    private final MediaProviders providers;
    private final Accounts accounts;
    private final RunStarter starter;
    private final CredentialRotation rotation;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    ScheduleListener(
            MediaProviders providers,
            Accounts accounts,
            RunStarter starter,
            CredentialRotation rotation,
            JdbcClient jdbc,
            InstantSource clock) {
        this.providers = providers;
        this.accounts = accounts;
        this.starter = starter;
        this.rotation = rotation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Both actions bear being done again, so the time counts as taken only once they are done. */
    @SqsListener("${medley.messaging.queue-prefix}media-sync-schedules")
    void onDue(@Valid ScheduledWork work) throws InterruptedException {
        if (isTaken(work)) {
            log.info("{} of {} was taken before", work.schedule(), work.scheduledTime());
            return;
        }
        // Where nobody handed over credentials nothing is to be synced, and nothing to be alarmed about.
        List<MediaProvider> used = providers.all().stream()
                .filter(provider -> accounts.find(provider.name()).status() != AccountStatus.MISSING)
                .toList();
        for (MediaProvider provider : used) {
            if (work.action().equals("sync")) {
                start(provider);
            } else {
                rotation.rotate(provider);
            }
        }
        take(work);
    }

    private void start(MediaProvider provider) {
        if (starter.start(provider, RunTrigger.SCHEDULE, null, false).isEmpty()) {
            log.warn("a run of {} is still active; the scheduled one is left out", provider.name());
        }
    }

    private boolean isTaken(ScheduledWork work) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM schedule_inbox WHERE schedule = :schedule AND scheduled_at = :time)")
                .param("schedule", work.schedule())
                .param("time", work.scheduledTime().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private void take(ScheduledWork work) {
        jdbc.sql("""
                        INSERT INTO schedule_inbox (schedule, scheduled_at, taken_at) VALUES (:schedule, :time, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("schedule", work.schedule())
                .param("time", work.scheduledTime().atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
