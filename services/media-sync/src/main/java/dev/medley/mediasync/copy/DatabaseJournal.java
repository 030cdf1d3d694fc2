package dev.medley.mediasync.copy;

import dev.medley.mediasync.transfer.OpenUpload;
import dev.medley.mediasync.transfer.PartReceipt;
import dev.medley.mediasync.transfer.TransferException;
import dev.medley.mediasync.transfer.TransferFailure;
import dev.medley.mediasync.transfer.TransferJournal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The journal of one copy, each entry a transaction of its own, and none made by a worker that has lost the copy. A database
 * that is away for a while ends no copy: its lease does when it lasts.
 */
final class DatabaseJournal implements TransferJournal {

    private static final Logger log = LoggerFactory.getLogger(DatabaseJournal.class);

    /** Between tries to note a part: together, with what each try waits for a connection, about as long as a lease. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8));

    private static final String VIDEO = "video";

    /** The row, if this worker holds it; locked, so that nobody else takes it while the entry is made. */
    private static final String HELD = """
            WITH held AS (SELECT id FROM sync_video WHERE id = :video AND lease_holder = :holder FOR SHARE)
            """;

    private final JdbcClient jdbc;
    private final Claim claim;

    DatabaseJournal(JdbcClient jdbc, Claim claim) {
        this.jdbc = jdbc;
        this.claim = claim;
    }

    @Override
    public Optional<OpenUpload> open() {
        return jdbc.sql("SELECT upload_id, validator, bytes, part_size FROM open_upload WHERE video_id = :video")
                .param(VIDEO, claim.video().id())
                .query((row, _) -> new OpenUpload(
                        row.getString("upload_id"),
                        row.getString("validator"),
                        row.getLong("bytes"),
                        row.getLong("part_size"),
                        parts()))
                .optional();
    }

    private List<PartReceipt> parts() {
        return jdbc.sql(
                        "SELECT number, bytes, etag, checksum FROM finished_part WHERE video_id = :video ORDER BY number")
                .param(VIDEO, claim.video().id())
                .query((row, _) -> new PartReceipt(
                        row.getInt("number"), row.getLong("bytes"), row.getString("etag"), row.getString("checksum")))
                .list();
    }

    @Override
    public void opened(OpenUpload upload) throws TransferException {
        // One statement: the earlier upload's parts go with its row.
        stopUnlessHeld(jdbc.sql(HELD + """
                        , earlier AS (DELETE FROM finished_part WHERE video_id IN (SELECT id FROM held))
                        INSERT INTO open_upload (video_id, upload_id, validator, bytes, part_size)
                        SELECT id, :upload, :validator, :bytes, :partSize FROM held
                        ON CONFLICT (video_id) DO UPDATE
                        SET upload_id = excluded.upload_id, validator = excluded.validator, bytes = excluded.bytes,
                            part_size = excluded.part_size
                        """)
                .param("upload", upload.uploadId())
                .param("validator", upload.validator())
                .param("bytes", upload.bytes())
                .param("partSize", upload.partSize()));
        for (PartReceipt part : upload.parts()) {
            note(part);
        }
    }

    @Override
    public void partFinished(PartReceipt part) throws TransferException, InterruptedException {
        for (Duration pause : PAUSES) {
            try {
                note(part);
                return;
            } catch (DataAccessException e) {
                log.warn(
                        "part {} of {} could not be noted; trying again in {}",
                        part.number(),
                        claim.video().id(),
                        pause,
                        e);
                Thread.sleep(pause);
            }
        }
        note(part);
    }

    private void note(PartReceipt part) throws TransferException {
        stopUnlessHeld(jdbc.sql(HELD + """
                        INSERT INTO finished_part (video_id, number, bytes, etag, checksum)
                        SELECT id, :number, :bytes, :etag, :checksum FROM held
                        ON CONFLICT (video_id, number) DO UPDATE
                        SET bytes = excluded.bytes, etag = excluded.etag, checksum = excluded.checksum
                        """)
                .param("number", part.number())
                .param("bytes", part.bytes())
                .param("etag", part.eTag())
                .param("checksum", part.checksum()));
    }

    @Override
    public void heartbeat(long bytesSoFar) throws TransferException {
        try {
            stopUnlessHeld(
                    jdbc.sql("UPDATE sync_video SET bytes_so_far = :bytes WHERE id = :video AND lease_holder = :holder")
                            .param("bytes", bytesSoFar));
        } catch (DataAccessException e) {
            // The lease is what tells whether the copy is this worker's, and bears the same.
            log.warn("the progress of {} could not be noted", claim.video().id(), e);
        }
    }

    @Override
    public void closed() throws TransferException {
        stopUnlessHeld(jdbc.sql(HELD + "DELETE FROM open_upload WHERE video_id IN (SELECT id FROM held)"));
    }

    private void stopUnlessHeld(JdbcClient.StatementSpec entry) throws TransferException {
        int entries = entry.param(VIDEO, claim.video().id())
                .param("holder", claim.holder())
                .update();
        if (entries == 0) {
            throw new TransferException(
                    TransferFailure.CANCELLED, "The copy was cancelled or taken over by another worker.");
        }
    }
}
