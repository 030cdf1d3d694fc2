package dev.medley.standins.cognito;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Slows down guessing: from the fifth failure on the address is locked for 2<sup>failures-5</sup> seconds, at most 15
 * minutes. What is tried while locked does not count. A success or 15 minutes without failure start over. The rule is
 * <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html">the developer guide's</a>.
 */
final class SignInGuard {

    private static final int FREE_FAILURES = 5;
    static final Duration LONGEST_LOCK = Duration.ofMinutes(15);
    private static final int LONGEST_LOCK_EXPONENT = 10;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    SignInGuard(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lets an attempt through unless the address is locked; other attempts on it wait until the transaction ends. */
    Attempt enter(String email) {
        Instant now = clock.instant();
        // One statement: between two, another attempt's success could delete the row. The update changes nothing but
        // locks the row.
        Standing standing = jdbc.sql("""
                        insert into cognito.sign_in_failure (email, failures, last_failed_at, locked_until)
                        values (?, 0, ?, ?)
                        on conflict (email) do update set email = excluded.email
                        returning failures, last_failed_at, locked_until
                        """)
                .params(email, Database.timestamp(now), Database.timestamp(now))
                .query((row, _) -> new Standing(
                        row.getInt("failures"),
                        Database.instant(row, "last_failed_at"),
                        Database.instant(row, "locked_until")))
                .single();
        if (now.isBefore(standing.lockedUntil())) {
            throw CognitoError.notAuthorized("Password attempts exceeded");
        }
        boolean quiet = !now.isBefore(standing.lastFailedAt().plus(LONGEST_LOCK));
        return new Attempt(email, quiet ? 0 : standing.failures());
    }

    void failed(Attempt attempt) {
        Instant now = clock.instant();
        int failures = attempt.earlierFailures() + 1;
        jdbc.sql("""
                        update cognito.sign_in_failure set failures = ?, last_failed_at = ?, locked_until = ?
                        where email = ?
                        """)
                .params(
                        failures,
                        Database.timestamp(now),
                        Database.timestamp(now.plus(lockAfter(failures))),
                        attempt.email())
                .update();
    }

    void succeeded(Attempt attempt) {
        jdbc.sql("delete from cognito.sign_in_failure where email = ?")
                .param(attempt.email())
                .update();
    }

    static Duration lockAfter(int failures) {
        if (failures < FREE_FAILURES) {
            return Duration.ZERO;
        }
        Duration lock = Duration.ofSeconds(1L << Math.min(failures - FREE_FAILURES, LONGEST_LOCK_EXPONENT));
        return lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK;
    }

    /**
     * An attempt that was let through.
     *
     * @param email whose
     * @param earlierFailures that still count
     */
    record Attempt(String email, int earlierFailures) {}

    private record Standing(int failures, Instant lastFailedAt, Instant lockedUntil) {}
}
