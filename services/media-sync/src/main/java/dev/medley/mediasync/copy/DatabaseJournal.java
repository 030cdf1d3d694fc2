package dev.medley.mediasync.copy;

import dev.medley.mediasync.transfer.OpenUpload;
import dev.medley.mediasync.transfer.PartReceipt;
import dev.medley.mediasync.transfer.TransferJournal;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal of one copy, each entry a transaction of its own. */
final class DatabaseJournal implements TransferJournal {

    private static final String VIDEO = "video";

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
    public void opened(OpenUpload upload) {
        // One statement: the earlier upload's parts go with its row.
        jdbc.sql("""
                        WITH earlier AS (DELETE FROM finished_part WHERE video_id = :video)
                        INSERT INTO open_upload (video_id, upload_id, validator, bytes, part_size)
                        VALUES (:video, :upload, :validator, :bytes, :partSize)
                        ON CONFLICT (video_id) DO UPDATE
                        SET upload_id = excluded.upload_id, validator = excluded.validator, bytes = excluded.bytes,
                            part_size = excluded.part_size
                        """)
                .param(VIDEO, claim.video().id())
                .param("upload", upload.uploadId())
                .param("validator", upload.validator())
                .param("bytes", upload.bytes())
                .param("partSize", upload.partSize())
                .update();
        upload.parts().forEach(this::partFinished);
    }

    @Override
    public void partFinished(PartReceipt part) {
        jdbc.sql("""
                        INSERT INTO finished_part (video_id, number, bytes, etag, checksum)
                        VALUES (:video, :number, :bytes, :etag, :checksum)
                        ON CONFLICT (video_id, number) DO UPDATE
                        SET bytes = excluded.bytes, etag = excluded.etag, checksum = excluded.checksum
                        """)
                .param(VIDEO, claim.video().id())
                .param("number", part.number())
                .param("bytes", part.bytes())
                .param("etag", part.eTag())
                .param("checksum", part.checksum())
                .update();
    }

    @Override
    public void heartbeat(long bytesSoFar) {
        jdbc.sql("UPDATE sync_video SET bytes_so_far = :bytes WHERE id = :video AND lease_holder = :holder")
                .param("bytes", bytesSoFar)
                .param(VIDEO, claim.video().id())
                .param("holder", claim.holder())
                .update();
    }

    @Override
    public void closed() {
        jdbc.sql("DELETE FROM open_upload WHERE video_id = :video")
                .param(VIDEO, claim.video().id())
                .update();
    }
}
