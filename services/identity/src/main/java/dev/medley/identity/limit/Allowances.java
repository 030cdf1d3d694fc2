package dev.medley.identity.limit;

import dev.medley.identity.crypto.ServiceSecret;
import dev.medley.secrets.KeyedHash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts by the <a href="https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm">generic cell rate algorithm</a> in
 * the database, so that a limit holds over all instances. A row is one instant: when the allowance will be whole again.
 * Rows are found by a keyed hash, as addresses and accounts are nobody's to read there.
 */
@Component
class Allowances {

    private static final int PURGED_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final LimitProperties properties;
    private final KeyedHash keys;

    Allowances(JdbcClient jdbc, InstantSource clock, LimitProperties properties, ServiceSecret secret) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
        this.keys = secret.hashFor("allowances");
    }

    /**
     * Takes one request out of an allowance, or nothing when it is used up. It stays taken when the caller's own
     * transaction rolls back, as there is none.
     *
     * @param whose address or account
     */
    Standing take(Allowance allowance, String whose) {
        Quota quota = properties.of(allowance);
        byte[] key = keys.of(allowance.name() + '\n' + whose);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return taken(key, quota, now)
                .map(fullAt -> standing(allowance, quota, now, fullAt))
                .orElseGet(() -> refused(allowance, quota, now, key));
    }

    private Optional<Instant> taken(byte[] key, Quota quota, Instant now) {
        return jdbc.sql("""
                        INSERT INTO allowance AS held (key, full_at)
                        VALUES (:key, CAST(:now AS timestamptz) + CAST(:interval AS interval))
                        ON CONFLICT (key) DO UPDATE
                        SET full_at = greatest(held.full_at, :now) + CAST(:interval AS interval)
                        WHERE greatest(held.full_at, :now) + CAST(:interval AS interval)
                              <= CAST(:now AS timestamptz) + CAST(:window AS interval)
                        RETURNING full_at
                        """)
                .param("key", key)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("interval", quota.interval().toString())
                .param("window", quota.window().toString())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private Standing refused(Allowance allowance, Quota quota, Instant now, byte[] key) {
        Instant fullAt = jdbc.sql("SELECT full_at FROM allowance WHERE key = :key")
                .param("key", key)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(now);
        Duration wait = Duration.between(now.plus(quota.window()), fullAt.plus(quota.interval()));
        return new Standing(allowance, quota, 0, untilFull(now, fullAt), wait);
    }

    private static Standing standing(Allowance allowance, Quota quota, Instant now, Instant fullAt) {
        Duration free = Duration.between(fullAt, now.plus(quota.window()));
        return new Standing(allowance, quota, free.dividedBy(quota.interval()), untilFull(now, fullAt), null);
    }

    private static Duration untilFull(Instant now, Instant fullAt) {
        return fullAt.isAfter(now) ? Duration.between(now, fullAt) : Duration.ZERO;
    }

    /** Deletes what is whole again and so says nothing, a batch at a time; answers how much that was. */
    int purge() {
        int all = 0;
        int batch;
        do {
            batch = jdbc.sql("""
                            DELETE FROM allowance
                            WHERE ctid = ANY (ARRAY(SELECT ctid
                                                    FROM allowance
                                                    WHERE full_at < :now
                                                    LIMIT :batch
                                                    FOR UPDATE SKIP LOCKED))
                            """)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("batch", PURGED_AT_ONCE)
                    .update();
            all += batch;
        } while (batch == PURGED_AT_ONCE);
        return all;
    }
}
