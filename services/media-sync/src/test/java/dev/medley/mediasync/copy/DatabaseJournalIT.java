package dev.medley.mediasync.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.medley.mediasync.transfer.OpenUpload;
import dev.medley.mediasync.transfer.PartReceipt;
import dev.medley.mediasync.transfer.TransferException;
import dev.medley.mediasync.video.Video;
import dev.medley.mediasync.video.VideoRows;
import dev.medley.testing.PlatformTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@PlatformTest
@SpringBootTest
class DatabaseJournalIT {

    private static final PartReceipt PART = new PartReceipt(1, 5, "etag", "AAAAAA==");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    private final AtomicInteger outages = new AtomicInteger();
    private final UUID run = UUID.randomUUID();
    private DatabaseJournal journal;

    @BeforeEach
    void holdAFile() throws TransferException {
        UUID holder = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO sync_run (id, provider, trigger, status, more, listed, known, total, done, failed, failures,
                                              next_step_at, step, created_at, updated_at, finished_at)
                        VALUES (:run, 'journal', 'REQUEST', 'COMPLETED', false, 0, 0, 0, 0, 0, 0, now(), 0, now(), now(), now())
                        """).param("run", run).update();
        Video video = jdbc.sql("""
                        INSERT INTO sync_video (id, provider, media_id, locator, filename, bytes, recorded_at, run_id, status,
                                                attempts, next_attempt_at, lease_until, lease_holder, bytes_so_far,
                                                created_at, updated_at)
                        VALUES (gen_random_uuid(), 'journal', 'm', 'm', 'm.MP4', 10, now(), :run, 'IN_PROGRESS', 1, now(),
                                now() + interval '1 hour', :holder, 0, now(), now())
                        RETURNING
                        """ + VideoRows.COLUMNS)
                .param("run", run)
                .param("holder", holder)
                .query(VideoRows::read)
                .single();
        journal = new DatabaseJournal(JdbcClient.create(new Unsteady(database, outages)), new Claim(video, holder));
        journal.opened(new OpenUpload("upload", null, 10, 5, List.of()));
    }

    @AfterEach
    void clear() {
        jdbc.sql("DELETE FROM sync_video WHERE run_id = :run").param("run", run).update();
        jdbc.sql("DELETE FROM sync_run WHERE id = :run").param("run", run).update();
    }

    /** A database that gives no connection for a while. */
    private static final class Unsteady extends DelegatingDataSource {

        private final AtomicInteger outages;

        Unsteady(DataSource steady, AtomicInteger outages) {
            super(steady);
            this.outages = outages;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (outages.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
                throw new SQLTransientConnectionException("no connection");
            }
            return super.getConnection();
        }
    }

    @Test
    void aFinishedPartIsNotedOnceTheDatabaseIsBack() throws Exception {
        outages.set(2);

        journal.partFinished(PART);

        assertThat(journal.open().orElseThrow().parts()).containsExactly(PART);
    }

    @Test
    void progressThatCannotBeNotedEndsNoTransfer() throws Exception {
        outages.set(1);

        assertThatCode(() -> journal.heartbeat(3)).doesNotThrowAnyException();
        journal.heartbeat(4);

        assertThat(jdbc.sql("SELECT bytes_so_far FROM sync_video WHERE run_id = :run")
                        .param("run", run)
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void aCopyThatAnotherHoldsEndsAllTheSame() {
        jdbc.sql("UPDATE sync_video SET lease_holder = gen_random_uuid() WHERE run_id = :run")
                .param("run", run)
                .update();

        assertThatThrownBy(() -> journal.heartbeat(3)).isInstanceOf(TransferException.class);
        assertThatThrownBy(() -> journal.partFinished(PART)).isInstanceOf(TransferException.class);
    }
}
