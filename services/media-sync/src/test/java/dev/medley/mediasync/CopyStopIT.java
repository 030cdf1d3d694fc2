package dev.medley.mediasync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.simulators.Faults.Fault;
import dev.medley.simulators.GoProSimulator;
import dev.medley.simulators.MediaLibrary;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import dev.medley.testing.TestPlatform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The service stops while it copies. Its context is its own and ends with it. */
@SyncServiceTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "medley.media-sync.copies.lease=60s",
            "medley.media-sync.transfer.multipart-threshold=6MB",
            "medley.media-sync.transfer.part-size=5MB"
        })
class CopyStopIT {

    private static final int BYTES = 12 << 20;

    /** Listeners that nobody interrupts are waited for this long. */
    private static final Duration LISTENER_TIMEOUT = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private GoProSimulator goPro;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectStore objects;

    @Autowired
    private ConfigurableApplicationContext service;

    @Test
    void aCopyInWorkIsGivenBackAtOnceAndGoneOnWithLater(TestPlatform platform) throws Exception {
        List.of("sync_video", "sync_run", "sync_position")
                .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
        SyncClient operator = SyncClient.of(platform, port, "operator");
        operator.put("/sync/providers/gopro/credentials", goPro.signIn());
        goPro.library().put(MediaLibrary.recording(1, BYTES));
        goPro.faults().always(Fault.SLOW_BODY);
        goPro.faults().slowness(Duration.ofMillis(150));
        operator.post("/sync/runs", Map.of("provider", "gopro"));
        Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> number("SELECT count(*) FROM finished_part") > 0);
        long begin = System.nanoTime();

        service.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LISTENER_TIMEOUT);
        assertThat(number("""
                        SELECT count(*) FROM sync_video
                        WHERE status = 'PENDING' AND reason IS NULL AND attempts = 0 AND next_attempt_at <= now()
                          AND lease_holder IS NULL
                        """)).isEqualTo(1);
        assertThat(number("SELECT count(*) FROM finished_part")).isPositive();

        goPro.faults().clear();
        service.start();

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> number("SELECT count(*) FROM sync_video WHERE status = 'COMPLETED'") == 1);
        assertThat(number("SELECT attempts FROM sync_video")).isEqualTo(1);
        String key = jdbc.sql("SELECT object_key FROM sync_video")
                .query(String.class)
                .single();
        assertThat(objects.read(new ObjectReference("media", key))).hasSize(BYTES);
    }

    private long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
