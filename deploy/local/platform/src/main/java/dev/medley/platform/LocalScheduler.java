package dev.medley.platform;

import dev.medley.contracts.ScheduleDefinition;
import dev.medley.contracts.Schedules;
import dev.medley.standins.LocalQueues;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Sends what EventBridge Scheduler would send, at the same minutes. What falls due while the platform is down is left out. */
final class LocalScheduler implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalScheduler.class);

    private final List<ScheduledMinutes> schedules;
    private final LocalQueues queues;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("scheduler").factory());

    private LocalScheduler(List<ScheduleDefinition> schedules, LocalQueues queues, InstantSource clock) {
        this.schedules = schedules.stream().map(ScheduledMinutes::of).toList();
        this.queues = queues;
        this.clock = clock;
    }

    static LocalScheduler start(LocalQueues queues) {
        LocalScheduler scheduler = new LocalScheduler(Schedules.load().schedules(), queues, InstantSource.system());
        scheduler.awaitNextMinute();
        return scheduler;
    }

    private void awaitNextMinute() {
        Instant now = clock.instant();
        Instant next = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        ScheduledFuture<?> _ = timer.schedule(
                () -> {
                    sendOrLog(next);
                    awaitNextMinute();
                },
                Duration.between(now, next).toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** An exception would end the schedules for good. */
    private void sendOrLog(Instant minute) {
        try {
            schedules.stream()
                    .filter(schedule -> schedule.contains(minute))
                    .forEach(schedule -> send(schedule.definition(), minute));
        } catch (RuntimeException e) {
            log.error("what was due at {} could not be sent", minute, e);
        }
    }

    private void send(ScheduleDefinition schedule, Instant minute) {
        Map<String, String> message = new TreeMap<>(schedule.input());
        message.put("schedule", schedule.name());
        message.put("scheduledTime", minute.toString());
        queues.client()
                .sendMessage(request ->
                        request.queueUrl(queues.url(schedule.queue())).messageBody(json.writeValueAsString(message)));
        log.info("{} was due and is sent", schedule.name());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
