package dev.medley.identity.profile;

import dev.medley.contracts.UserConfirmed;
import dev.medley.identity.cognito.PoolUser;
import dev.medley.messaging.outbox.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a profile of each confirmed user and tells the platform, once. It is asked wherever a confirmed user shows up,
 * because the user pool may have confirmed somebody whose profile was lost in a crash.
 */
@Component
public class ProfileRegistrar {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final InstantSource clock;

    ProfileRegistrar(JdbcClient jdbc, Outbox outbox, InstantSource clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Creates the profile unless it is there, or its account is being erased. */
    @Transactional
    public void register(PoolUser user) {
        Instant now = clock.instant();
        int created = jdbc.sql("""
                        INSERT INTO profile (user_id, email, created_at, updated_at, version)
                        SELECT :userId, :email, :now, :now, 0
                        WHERE NOT EXISTS (SELECT FROM erasure WHERE user_id = :userId)
                        ON CONFLICT (user_id) DO NOTHING
                        """)
                .param("userId", user.sub())
                .param("email", user.email())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (created == 1) {
            outbox.publish(user.sub(), new UserConfirmed(user.sub(), user.email(), now));
        }
    }
}
