package dev.medley.identity.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes exports that were not fetched for a week; several instances may do so at once. */
@Component
class ExportPurge {

    private static final Logger log = LoggerFactory.getLogger(ExportPurge.class);
    private static final Duration KEPT_FOR = Duration.ofDays(7);

    private final DataExports exports;
    private final ExportAssembler files;
    private final InstantSource clock;

    ExportPurge(DataExports exports, ExportAssembler files, InstantSource clock) {
        this.exports = exports;
        this.files = files;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 15, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void purge() {
        List<String> users = exports.usersWithExportsBefore(clock.instant().minus(KEPT_FOR));
        for (String user : users) {
            files.delete(user);
            exports.delete(user).ifPresent(files::deleteParts);
        }
        if (!users.isEmpty()) {
            log.info("deleted {} old exports", users.size());
        }
    }
}
