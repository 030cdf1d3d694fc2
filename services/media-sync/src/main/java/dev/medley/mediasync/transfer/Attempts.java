package dev.medley.mediasync.transfer;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Repeats a step that failed for a reason that may pass: with exponential back-off, full jitter, and not before asked to. */
final class Attempts {

    private final int most;
    private final Duration pause;
    private final Duration longestPause;

    Attempts(TransferProperties properties) {
        this.most = properties.attempts();
        this.pause = properties.retryPause();
        this.longestPause = properties.longestPause();
    }

    /** Something that can be done again from its beginning. */
    @FunctionalInterface
    interface Step<T> {

        T run() throws TransferException, InterruptedException;
    }

    <T> T of(Step<T> step) throws TransferException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return step.run();
            } catch (TransferException e) {
                boolean hopeless = !e.failure().mayPass() || e.notBefore().compareTo(longestPause) > 0;
                if (hopeless || attempt >= most) {
                    throw e;
                }
                Thread.sleep(pauseAfter(attempt, e.notBefore()));
            }
        }
    }

    private Duration pauseAfter(int attempt, Duration notBefore) {
        long ceiling = Math.min(longestPause.toMillis(), pause.toMillis() << (attempt - 1));
        return notBefore.plusMillis(ThreadLocalRandom.current().nextLong(ceiling + 1));
    }
}
