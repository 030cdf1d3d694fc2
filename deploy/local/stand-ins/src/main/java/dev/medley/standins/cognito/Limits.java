package dev.medley.standins.cognito;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts by address and hour. Taking one holds its row until the transaction ends, so guesses cannot run in parallel. */
final class Limits {

    static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Limits(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes one, or refuses with {@code LimitExceededException}. */
    void take(String email, Limit limit) {
        Instant now = clock.instant();
        int requests = jdbc.sql("""
                        insert into cognito.request_count as counted (email, kind, window_start, requests)
                        values (:email, :kind, :now, 1)
                        on conflict (email, kind) do update set
                            requests = case when counted.window_start <= :over then 1 else counted.requests + 1 end,
                            window_start = case when counted.window_start <= :over then :now else counted.window_start end
                        returning requests
                        """)
                .param("email", email)
                .param("kind", limit.name())
                .param("now", Database.timestamp(now))
                .param("over", Database.timestamp(now.minus(WINDOW)))
                .query(Integer.class)
                .single();
        if (requests > Limit.PER_HOUR) {
            throw CognitoError.limitExceeded();
        }
    }

    /** Forgets what was taken, after a success. */
    void clear(String email, Limit limit) {
        jdbc.sql("delete from cognito.request_count where email = ? and kind = ?")
                .params(email, limit.name())
                .update();
    }
}
