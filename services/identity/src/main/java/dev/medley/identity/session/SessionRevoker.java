package dev.medley.identity.session;

import dev.medley.contracts.UserSessionsRevoked;
import dev.medley.messaging.outbox.Outbox;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells every service to refuse the access tokens that a user holds. */
@Component
public class SessionRevoker {

    private final Outbox outbox;
    private final InstantSource clock;

    SessionRevoker(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Ends the access tokens issued until now, in the caller's transaction if there is one. */
    @Transactional
    public void revoke(String userId) {
        outbox.publish(userId, new UserSessionsRevoked(userId, clock.instant()));
    }
}
