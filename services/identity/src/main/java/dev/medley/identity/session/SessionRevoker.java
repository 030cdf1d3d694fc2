package dev.medley.identity.session;

import dev.medley.accounts.session.RevokedSessions;
import dev.medley.contracts.UserSessionsRevoked;
import dev.medley.messaging.outbox.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes every service refuse the access tokens that a user holds: this one at once, the others as soon as they hear of it. */
@Component
public class SessionRevoker {

    private final RevokedSessions sessions;
    private final Outbox outbox;
    private final InstantSource clock;

    SessionRevoker(RevokedSessions sessions, Outbox outbox, InstantSource clock) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Ends the access tokens issued until now, in the caller's transaction if there is one. */
    @Transactional
    public void revoke(String userId) {
        Instant now = clock.instant();
        sessions.revoke(userId, now);
        outbox.publish(userId, new UserSessionsRevoked(userId, now));
    }
}
