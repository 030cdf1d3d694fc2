package dev.medley.standins.cognito;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Throws away, once an hour, what has been over for so long that nobody will be told how it ended: among it the addresses
 * of people who never had an account.
 */
final class Purge {

    static final Duration KEPT = Duration.ofDays(7);

    private static final Duration INTERVAL = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final AtomicReference<Instant> due = new AtomicReference<>(Instant.MIN);

    Purge(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Each statement is a transaction of its own, so that it waits for no more than one row at a time. */
    void runIfDue() {
        Instant now = clock.instant();
        Instant earlier = due.get();
        if (now.isBefore(earlier) || !due.compareAndSet(earlier, now.plus(INTERVAL))) {
            return;
        }
        delete("session where expires_at < ?", now.minus(KEPT));
        delete("verification_code where expires_at < ?", now.minus(KEPT));
        delete("auth_challenge where expires_at < ?", now.minus(KEPT));
        delete("request_count where window_start < ?", now.minus(Limits.WINDOW));
        delete("sign_in_failure where last_failed_at < ?", now.minus(SignInGuard.LONGEST_LOCK));
    }

    private void delete(String expired, Instant before) {
        jdbc.sql("delete from cognito." + expired)
                .param(Database.timestamp(before))
                .update();
    }
}
