package dev.medley.identity.limit;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets allowances that are whole again; several instances may do so at once. */
@Component
class AllowancePurge {

    private static final Logger log = LoggerFactory.getLogger(AllowancePurge.class);

    private final Allowances allowances;

    AllowancePurge(Allowances allowances) {
        this.allowances = allowances;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void purge() {
        log.debug("{} allowances forgotten", allowances.purge());
    }
}
