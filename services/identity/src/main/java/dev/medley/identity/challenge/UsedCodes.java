package dev.medley.identity.challenge;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Remembers codes that opened a session, so that none opens a second one, on whichever instance. */
@Component
class UsedCodes {

    private static final Logger log = LoggerFactory.getLogger(UsedCodes.class);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    UsedCodes(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Uses a code up; false when it was used before. */
    boolean use(StoredCode code) {
        return jdbc.sql("""
                        INSERT INTO used_login_code (code_hash, expires_at)
                        VALUES (:hash, :expiresAt)
                        ON CONFLICT (code_hash) DO NOTHING
                        """)
                        .param("hash", code.hash())
                        .param("expiresAt", code.expiresAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Scheduled(initialDelay = 7, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void purge() {
        int deleted = jdbc.sql("DELETE FROM used_login_code WHERE expires_at < :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        log.debug("{} used login codes forgotten", deleted);
    }
}
