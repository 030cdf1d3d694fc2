package dev.medley.web.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The keys in use and their answers, in the service's schema. */
public final class AnswerStore {

    private static final Duration KEPT_FOR = Duration.ofHours(24);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource time;

    AnswerStore(JdbcClient jdbc, JsonMapper json, InstantSource time) {
        this.jdbc = jdbc;
        this.json = json;
        this.time = time;
    }

    /**
     * Takes the key for the running transaction, waiting at most two seconds for a twin that holds it.
     *
     * @return whether this request is the first, or the first after the answer expired
     * @throws TwinRunning when the twin has not finished by then
     */
    boolean claim(KeyedRequest request) throws TwinRunning {
        Instant now = time.instant();
        jdbc.sql("SET LOCAL lock_timeout = '2s'").update();
        try {
            int claimed = jdbc.sql("""
                    INSERT INTO idempotency_key
                        (principal, method, route, key, request_digest, created_at, expires_at)
                    VALUES (:principal, :method, :route, :key, :digest, :now, :expires)
                    ON CONFLICT (principal, method, route, key) DO UPDATE
                    SET request_digest = excluded.request_digest,
                        created_at = excluded.created_at,
                        expires_at = excluded.expires_at,
                        status = NULL, headers = NULL, body = NULL
                    WHERE idempotency_key.expires_at <= excluded.created_at
                    """)
                    .params(key(request))
                    .param("digest", request.digest().hex())
                    .param("now", utc(now))
                    .param("expires", utc(now.plus(KEPT_FOR)))
                    .update();
            // The effect that follows waits for locks as any other transaction of the service does.
            jdbc.sql("SET LOCAL lock_timeout = DEFAULT").update();
            return claimed == 1;
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                throw new TwinRunning();
            }
            throw e;
        }
    }

    /** The answer under a key that another request has claimed and finished. */
    StoredAnswer find(KeyedRequest request) {
        return jdbc.sql("""
                SELECT request_digest, status, headers, body
                FROM idempotency_key
                WHERE principal = :principal AND method = :method AND route = :route AND key = :key
                """).params(key(request)).query(this::read).single();
    }

    void complete(KeyedRequest request, StoredAnswer answer) {
        jdbc.sql("""
                UPDATE idempotency_key
                SET status = :status, headers = :headers::jsonb, body = :body
                WHERE principal = :principal AND method = :method AND route = :route AND key = :key
                """)
                .params(key(request))
                .param("status", answer.status())
                .param("headers", json.writeValueAsString(answer.headers()))
                .param("body", answer.body())
                .update();
    }

    /** Forgets a claim whose request came to nothing. */
    void release(KeyedRequest request) {
        jdbc.sql("""
                DELETE FROM idempotency_key
                WHERE principal = :principal AND method = :method AND route = :route AND key = :key
                """).params(key(request)).update();
    }

    /** Deletes everything kept for a user. */
    public void forget(String userId) {
        jdbc.sql("DELETE FROM idempotency_key WHERE principal = :principal")
                .param("principal", userId)
                .update();
    }

    /** Deletes expired answers and says how many. */
    int purge() {
        return jdbc.sql("DELETE FROM idempotency_key WHERE expires_at <= :now")
                .param("now", utc(time.instant()))
                .update();
    }

    private StoredAnswer read(ResultSet row, int number) throws SQLException {
        return new StoredAnswer(
                new RequestDigest(row.getString("request_digest")),
                row.getInt("status"),
                json.readValue(row.getString("headers"), HEADERS),
                row.getString("body"));
    }

    private static Map<String, ?> key(KeyedRequest request) {
        return Map.of(
                "principal", request.principal(),
                "method", request.method(),
                "route", request.route(),
                "key", request.key());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
