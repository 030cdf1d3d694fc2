package dev.medley.mediasync.copy;

import dev.medley.mediasync.transfer.AbandonedUploads;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has multipart uploads freed that no copy will go on with, as after a worker died before it had noted one. */
@Component
class LeftUploads {

    /** Between two looks. */
    static final Duration PAUSE = Duration.ofHours(1);

    /** Much longer than it takes to note an upload that was begun. */
    private static final Duration AGE = Duration.ofHours(24);

    private static final Logger log = LoggerFactory.getLogger(LeftUploads.class);

    private final AbandonedUploads uploads;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    LeftUploads(AbandonedUploads uploads, JdbcClient jdbc, InstantSource clock) {
        this.uploads = uploads;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Frees what is left; answers that there is no more to do, as one look sees all. */
    boolean free() {
        Set<String> wanted = new HashSet<>(jdbc.sql("""
                        SELECT upload_id FROM open_upload JOIN sync_video ON id = video_id
                        WHERE status <> 'SOURCE_DELETED'
                        """).query(String.class).list());
        int freed = uploads.abort(VideoCopier.BUCKET, clock.instant().minus(AGE), wanted::contains);
        if (freed > 0) {
            log.info("{} multipart uploads that nobody goes on with were given up", freed);
        }
        return false;
    }
}
