package dev.medley.mediasync.run;

import dev.medley.mediasync.credential.ProviderSession;
import dev.medley.mediasync.credential.Reasons;
import dev.medley.mediasync.provider.MediaPage;
import dev.medley.mediasync.provider.MediaProvider;
import dev.medley.mediasync.provider.MediaProviders;
import dev.medley.mediasync.provider.ProviderException;
import dev.medley.mediasync.video.PageCount;
import dev.medley.mediasync.video.VideoTracker;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lists libraries, a page at a time. Between two pages a run is nothing but its row, so any instance may go on with it;
 * one that dies within a page leaves a lease that ends.
 */
@Component
class RunLister {

    private static final Logger log = LoggerFactory.getLogger(RunLister.class);

    private static final String INTERNAL_ERROR = "internal-error";

    private final Runs runs;
    private final Positions positions;
    private final VideoTracker tracker;
    private final MediaProviders providers;
    private final ProviderSession session;
    private final RunFinisher finisher;
    private final RunProperties properties;
    private final TransactionTemplate transaction;

    RunLister(
            Runs runs,
            Positions positions,
            VideoTracker tracker,
            MediaProviders providers,
            ProviderSession session,
            RunFinisher finisher,
            RunProperties properties,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.positions = positions;
        this.tracker = tracker;
        this.providers = providers;
        this.session = session;
        this.finisher = finisher;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Lists the next page of a run that is due; answers false when none is. */
    boolean step() throws InterruptedException {
        Optional<Run> claimed = runs.claim(properties.lease());
        if (claimed.isEmpty()) {
            return false;
        }
        Run run = claimed.get();
        Optional<MediaProvider> provider = providers.find(run.provider());
        if (provider.isEmpty()) {
            noteIfHeld(run, () -> finisher.fail(run, "unknown-provider", "The provider is not configured any more."));
            return true;
        }
        try {
            int limit = Math.min(properties.pageSize(), Math.max(1, properties.maxListed() - run.listed()));
            MediaPage page =
                    session.call(provider.get(), credential -> provider.get().list(credential, run.position(), limit));
            noteIfHeld(run, () -> pageDone(run, page));
        } catch (ProviderException e) {
            String reason = Reasons.of(e.failure());
            String detail = e.getMessage() == null ? reason : e.getMessage();
            boolean lasting = !e.failure().passing();
            warn(run, reason, e);
            noteIfHeld(run, () -> pageFailed(run, reason, detail, lasting, e.retryAfter()));
        } catch (RuntimeException e) {
            warn(run, INTERNAL_ERROR, e);
            noteIfHeld(
                    run, () -> pageFailed(run, INTERNAL_ERROR, "The platform is at fault.", false, Optional.empty()));
        }
        return true;
    }

    /** Another instance may have taken the run over, or somebody has cancelled it. */
    private void noteIfHeld(Run run, Runnable change) {
        transaction.executeWithoutResult(_ -> {
            if (runs.holds(run)) {
                change.run();
            } else {
                log.info("run {} was cancelled or taken over; its page is dropped", run.id());
            }
        });
    }

    private void pageDone(Run run, MediaPage page) {
        PageCount count = tracker.take(run.id(), run.provider(), page.items());
        boolean enough = run.listed() + count.listed() >= properties.maxListed();
        boolean last = !page.more() || enough;
        runs.pageDone(
                run,
                count.listed(),
                count.known(),
                last ? RunStatus.TRANSFERRING : RunStatus.LISTING,
                page.next(),
                page.more());
        if (last) {
            // Beyond the limit nothing was left out: the next run may begin right behind it.
            positions.set(run.provider(), page.resumeAt());
            finisher.finishIfDone(run.id());
        }
    }

    private static void warn(Run run, String reason, Exception failure) {
        log.atWarn()
                .addKeyValue("runId", run.id())
                .addKeyValue("provider", run.provider())
                .addKeyValue("reason", reason)
                .setCause(failure)
                .log("a page could not be listed");
    }

    private void pageFailed(Run run, String reason, String detail, boolean lasting, Optional<Duration> retryAfter) {
        if (lasting || run.failures() + 1 >= properties.maxFailures()) {
            finisher.fail(run, reason, detail);
        } else {
            Duration backoff = properties.backoff().multipliedBy(1L << run.failures());
            runs.postpone(
                    run, retryAfter.filter(wait -> wait.compareTo(backoff) > 0).orElse(backoff), reason, detail);
        }
    }
}
