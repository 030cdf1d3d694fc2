package dev.medley.mediasync.copy;

import dev.medley.mediasync.credential.ProviderSession;
import dev.medley.mediasync.provider.MediaProvider;
import dev.medley.mediasync.provider.MediaProviders;
import dev.medley.mediasync.transfer.MediaTransfers;
import dev.medley.mediasync.transfer.TransferException;
import dev.medley.mediasync.transfer.TransferReceipt;
import dev.medley.mediasync.transfer.TransferRequest;
import dev.medley.mediasync.video.Video;
import dev.medley.storage.ObjectReference;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Copies one file under a lease and has its outcome noted, whatever it is. */
@Component
class VideoCopier {

    private static final Logger log = LoggerFactory.getLogger(VideoCopier.class);

    static final String BUCKET = "media";

    /** By the end of the name; what cameras write is MP4 under several names. */
    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "mp4", "video/mp4",
            "360", "video/mp4",
            "lrv", "video/mp4",
            "mov", "video/quicktime",
            "jpg", "image/jpeg");

    private final CopyRows rows;
    private final Leases leases;
    private final CopyOutcomes outcomes;
    private final MediaProviders providers;
    private final ProviderSession session;
    private final MediaTransfers transfers;
    private final JdbcClient jdbc;
    private final CopyProperties properties;
    private final InstantSource clock;

    VideoCopier(
            CopyRows rows,
            Leases leases,
            CopyOutcomes outcomes,
            MediaProviders providers,
            ProviderSession session,
            MediaTransfers transfers,
            JdbcClient jdbc,
            CopyProperties properties,
            InstantSource clock) {
        this.rows = rows;
        this.leases = leases;
        this.outcomes = outcomes;
        this.providers = providers;
        this.session = session;
        this.transfers = transfers;
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** Takes a file; empty when there is nothing to do about it. */
    Optional<Claim> claim(UUID videoId) {
        return rows.claim(videoId, properties.lease());
    }

    void copy(Claim claim) throws InterruptedException {
        Video video = claim.video();
        Optional<MediaProvider> provider = providers.find(video.provider());
        if (provider.isEmpty()) {
            outcomes.failed(claim, fail("unknown-provider", "The provider is not configured any more."));
        } else if (video.attempts() > properties.maxAttempts()) {
            outcomes.failed(claim, fail("attempts-exhausted", "Its workers died in each attempt."));
        } else {
            copy(claim, new ProviderSource(session, provider.get(), video.locator()));
        }
    }

    /** What goes wrong is noted only after the lease has ended: a renewal would take the noted row for a lost one. */
    private void copy(Claim claim, ProviderSource source) throws InterruptedException {
        TransferRequest request = request(claim.video());
        Leases.Lease lease = leases.keep(claim);
        TransferReceipt receipt;
        try (lease) {
            receipt = transfers.transfer(source, request, new DatabaseJournal(jdbc, claim));
        } catch (TransferException e) {
            if (releasedByStop(claim, lease)) {
                return;
            }
            log.atWarn()
                    .addKeyValue("videoId", claim.video().id())
                    .addKeyValue("reason", e.failure())
                    // Clients' messages may quote a signed link.
                    .addKeyValue(
                            "cause",
                            e.getCause() == null ? "" : e.getCause().getClass().getName())
                    .log("a transfer failed");
            outcomes.failed(claim, Failure.of(e, source.failure()));
            return;
        } catch (InterruptedException e) {
            if (releasedByStop(claim, lease)) {
                return;
            }
            if (!lease.isLost()) {
                rows.released(claim);
                throw e;
            }
            log.info(
                    "video {} was cancelled or taken over; its transfer stopped",
                    claim.video().id());
            return;
        } catch (RuntimeException e) {
            if (releasedByStop(claim, lease)) {
                return;
            }
            log.atError().addKeyValue("videoId", claim.video().id()).setCause(e).log("a transfer broke");
            outcomes.failed(
                    claim, new Failure("internal-error", "The platform is at fault.", Failure.Consequence.RETRY, null));
            return;
        }
        outcomes.completed(claim, request.target(), receipt);
    }

    /**
     * Has another instance go on at once when this one stops. An interrupt ends whatever it meets, so what the transfer
     * failed with is no reason of its own.
     */
    private boolean releasedByStop(Claim claim, Leases.Lease lease) {
        if (!lease.isStopped()) {
            return false;
        }
        rows.released(claim);
        log.info("the service stops; video {} is given back", claim.video().id());
        return true;
    }

    private TransferRequest request(Video video) {
        Long bytes = video.bytes();
        return new TransferRequest(
                new ObjectReference(BUCKET, Objects.requireNonNull(video.objectKey(), "claimed with a key")),
                contentType(video.filename()),
                Map.of(
                        "IdempotencyToken", video.mediaId() + "-" + clock.instant(),
                        "SourceMediaId", video.mediaId(),
                        "SourceProvider", video.provider()),
                Map.of("Source", video.provider(), "AutoSync", "True"),
                // GoPro tells 0 for what it has not measured yet.
                bytes == null || bytes == 0 ? null : bytes);
    }

    private static String contentType(String filename) {
        String end = filename.substring(filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return CONTENT_TYPES.getOrDefault(end, "application/octet-stream");
    }

    private static Failure fail(String reason, String detail) {
        return new Failure(reason, detail, Failure.Consequence.FAIL, null);
    }
}
