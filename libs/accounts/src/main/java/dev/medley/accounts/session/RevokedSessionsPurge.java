package dev.medley.accounts.session;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets old revocations now and then; several instances may do so at once. */
class RevokedSessionsPurge {

    private static final Logger log = LoggerFactory.getLogger(RevokedSessionsPurge.class);

    private final RevokedSessions sessions;

    RevokedSessionsPurge(RevokedSessions sessions) {
        this.sessions = sessions;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
    void purge() {
        log.debug("{} revocations forgotten", sessions.purge());
    }
}
