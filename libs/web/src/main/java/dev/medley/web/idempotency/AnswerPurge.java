package dev.medley.web.idempotency;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes expired answers now and then; several instances may do so at once. */
class AnswerPurge {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerPurge.class);

    private final AnswerStore answers;

    AnswerPurge(AnswerStore answers) {
        this.answers = answers;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void purge() {
        int deleted = answers.purge();
        if (deleted > 0) {
            LOG.info("deleted {} expired idempotency keys", deleted);
        }
    }
}
