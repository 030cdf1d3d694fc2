package dev.medley.messaging.outbox;

import dev.medley.messaging.Backoff;
import dev.medley.messaging.MessagingProperties.Relay;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what the outbox holds. Several instances may relay at once: row locks keep them apart, and only the first row
 * of a key is ever taken, which keeps the order.
 *
 * <p>A message that was sent but whose deletion was not committed is sent again; FIFO queues drop it when that happens
 * within five minutes, the consumer's inbox whenever it happens.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    /** Stops after listeners (highest phase) and web server (1024 and 2048 below), which may still publish. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

    private final OutboxTable table;
    private final OutboxSender sender;
    private final OutboxSignal signal;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Relay settings;
    private final Backoff backoff;

    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(
            OutboxTable table,
            OutboxSender sender,
            OutboxSignal signal,
            TransactionTemplate transaction,
            MeterRegistry meters,
            InstantSource clock,
            Relay settings) {
        this.table = table;
        this.sender = sender;
        this.signal = signal;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
        this.settings = settings;
        this.backoff = new Backoff(settings.initialBackoff(), settings.maxBackoff());
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = Thread.ofVirtual().name("outbox-relay").start(this::relayUntilStopped);
        }
    }

    /** Returns when the batch in hand is finished. */
    @Override
    public synchronized void stop() {
        running = false;
        signal.raise();
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void relayUntilStopped() {
        try {
            while (running) {
                if (!relayedSomething()) {
                    signal.await(settings.pollInterval());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean relayedSomething() {
        try {
            return relayBatch() > 0;
        } catch (RuntimeException | OutOfMemoryError e) {
            // Whatever it was, the rows are still there, and giving up would silence the service for good.
            log.error("The outbox could not be relayed; trying again in {}", settings.pollInterval(), e);
            return false;
        }
    }

    /** Takes, sends and removes one batch in one transaction; answers how many rows it took. */
    private int relayBatch() {
        List<SendResult> results = transaction.execute(_ -> {
            List<OutboxRow> heads = table.lockHeads(settings.batchSize(), clock.instant());
            List<SendResult> outcome = heads.isEmpty() ? List.of() : sender.send(heads);
            record(outcome);
            return outcome;
        });
        results.forEach(this::count);
        return results.size();
    }

    private void record(List<SendResult> results) {
        Instant now = clock.instant();
        List<Long> sent = new ArrayList<>();
        for (SendResult result : results) {
            switch (result) {
                case SendResult.Sent(OutboxRow row) -> sent.add(row.id());
                case SendResult.Unreachable(OutboxRow row, String error) -> retryLater(row, now, false, error);
                case SendResult.Unsendable(OutboxRow row, String error) -> park(row, now, error);
                case SendResult.Refused(OutboxRow row, String error) -> {
                    if (row.refusals() + 1 >= settings.maxAttempts()) {
                        park(row, now, error);
                    } else {
                        retryLater(row, now, true, error);
                    }
                }
            }
        }
        table.delete(sent);
    }

    private void retryLater(OutboxRow row, Instant now, boolean refused, String error) {
        Instant nextAttempt = now.plus(backoff.delay(row.attempts() + 1, ThreadLocalRandom.current()));
        table.retryLater(row.id(), nextAttempt, refused, error);
        log.warn(
                "Event {} was not sent to {} in attempt {}: {}",
                row.envelopeId(),
                row.queue(),
                row.attempts() + 1,
                error);
    }

    private void park(OutboxRow row, Instant now, String error) {
        table.park(row.id(), now, error);
        log.error(
                "Event {} for {} is parked and keeps back later events of its subject until it is resent: {}",
                row.envelopeId(),
                row.queue(),
                error);
    }

    private void count(SendResult result) {
        if (result instanceof SendResult.Sent(OutboxRow row)) {
            meters.counter("outbox.sent", "queue", row.queue()).increment();
        }
    }
}
