package dev.medley.mediasync.copy;

import dev.medley.mediasync.transfer.TransferReceipt;
import dev.medley.mediasync.video.Video;
import dev.medley.mediasync.video.VideoRows;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of media that are being copied. Every change asks whether the worker still holds the row. */
@Component
class CopyRows {

    private static final double BITS_PER_MEGABIT = 1e6;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    CopyRows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes a file that is to be copied, or that a silent worker held. */
    Optional<Claim> claim(UUID videoId, Duration lease) {
        UUID holder = UUID.randomUUID();
        return jdbc.sql("""
                        UPDATE sync_video
                        SET status = 'IN_PROGRESS', attempts = attempts + 1, bytes_so_far = 0, lease_holder = :holder,
                            lease_until = :until, updated_at = :now
                        WHERE id = :id AND object_key IS NOT NULL
                          AND (status = 'PENDING' AND next_attempt_at <= :now
                               OR status = 'IN_PROGRESS' AND lease_until < :now)
                        RETURNING
                        """ + VideoRows.COLUMNS)
                .param("id", videoId)
                .param("holder", holder)
                .param("until", until(lease))
                .param("now", now())
                .query(VideoRows::read)
                .optional()
                .map(video -> new Claim(video, holder));
    }

    /** Holds a file longer; false when it is not held any more. */
    boolean renew(Claim claim, Duration lease) {
        return jdbc.sql("UPDATE sync_video SET lease_until = :until WHERE id = :id AND lease_holder = :holder")
                        .param("until", until(lease))
                        .param("id", claim.video().id())
                        .param("holder", claim.holder())
                        .update()
                == 1;
    }

    /** Notes a finished object and drops what the journal knew of it; belongs into one transaction. */
    boolean completed(Claim claim, TransferReceipt receipt) {
        double seconds = Math.max(receipt.duration().toNanos(), 1) / 1e9;
        boolean held = jdbc.sql("""
                        UPDATE sync_video
                        SET status = 'COMPLETED', reason = NULL, detail = NULL, lease_holder = NULL, lease_until = NULL,
                            bytes = :bytes, bytes_so_far = :bytes, etag = :etag, checksum = :checksum, synced_at = :now,
                            duration_ms = :millis, throughput_mbps = :throughput, updated_at = :now
                        WHERE id = :id AND lease_holder = :holder
                        """)
                        .param("bytes", receipt.bytes())
                        .param("etag", receipt.eTag())
                        .param("checksum", receipt.checksum())
                        .param("millis", receipt.duration().toMillis())
                        .param("throughput", receipt.bytesSent() * Byte.SIZE / seconds / BITS_PER_MEGABIT)
                        .param("now", now())
                        .param("id", claim.video().id())
                        .param("holder", claim.holder())
                        .update()
                == 1;
        if (held) {
            jdbc.sql("DELETE FROM open_upload WHERE video_id = :id")
                    .param("id", claim.video().id())
                    .update();
        }
        return held;
    }

    /** Gives a file up as {@code FAILED} or {@code SOURCE_DELETED}. */
    boolean ended(Claim claim, String status, String reason, String detail) {
        return giveBack(claim, status, reason, detail, Duration.ZERO);
    }

    /** Has a file wait until a run asks for it again. */
    boolean waits(Claim claim, String reason, String detail) {
        return giveBack(claim, "PENDING", reason, detail, Duration.ZERO);
    }

    /** Has a file tried again after a pause. */
    boolean postponed(Claim claim, Duration pause) {
        return giveBack(claim, "PENDING", null, null, pause);
    }

    /** Gives a file back untried: that the service stops is none of its failures. */
    void released(Claim claim) {
        jdbc.sql("""
                        UPDATE sync_video
                        SET status = 'PENDING', reason = NULL, detail = NULL, lease_holder = NULL, lease_until = NULL,
                            dispatched_at = NULL, attempts = greatest(attempts - 1, 0), next_attempt_at = :now,
                            updated_at = :now
                        WHERE id = :id AND lease_holder = :holder
                        """)
                .param("now", now())
                .param("id", claim.video().id())
                .param("holder", claim.holder())
                .update();
    }

    private boolean giveBack(
            Claim claim, String status, @Nullable String reason, @Nullable String detail, Duration pause) {
        return jdbc.sql("""
                        UPDATE sync_video
                        SET status = :status, reason = :reason, detail = :detail, lease_holder = NULL, lease_until = NULL,
                            dispatched_at = NULL, next_attempt_at = :next, updated_at = :now
                        WHERE id = :id AND lease_holder = :holder
                        """)
                        .param("status", status)
                        .param("reason", reason)
                        .param("detail", detail)
                        .param("next", until(pause))
                        .param("now", now())
                        .param("id", claim.video().id())
                        .param("holder", claim.holder())
                        .update()
                == 1;
    }

    /** The run that a file belongs to now: another may have taken it on while it was copied. */
    UUID runOf(Video video) {
        return jdbc.sql("SELECT run_id FROM sync_video WHERE id = :id")
                .param("id", video.id())
                .query(UUID.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime until(Duration span) {
        return clock.instant().plus(span).atOffset(ZoneOffset.UTC);
    }
}
