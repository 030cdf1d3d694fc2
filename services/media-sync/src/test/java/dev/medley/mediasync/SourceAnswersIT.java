package dev.medley.mediasync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.simulators.Faults.Fault;
import dev.medley.simulators.GoProSimulator;
import dev.medley.simulators.Media;
import dev.medley.simulators.MediaLibrary;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import dev.medley.testing.TestPlatform;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What sources of media answer, and what becomes of the copies. */
@SyncServiceTest
class SourceAnswersIT {

    @LocalServerPort
    private int port;

    @Autowired
    private GoProSimulator goPro;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectStore objects;

    private SyncClient operator;

    @BeforeEach
    void startOver(TestPlatform platform) {
        clear();
        operator = SyncClient.of(platform, port, "operator");
        operator.put("/sync/providers/gopro/credentials", goPro.signIn());
    }

    @AfterEach
    void clear() {
        List.of("sync_video", "sync_run", "sync_position")
                .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
        goPro.library().all().forEach(media -> goPro.library().remove(media.id()));
        goPro.faults().clear();
    }

    @Test
    void aSourceIsLeftAloneForAsLongAsItAsks() {
        goPro.library().put(MediaLibrary.recording(1, 1000));
        goPro.faults().always(Fault.LIMIT_BODY);
        goPro.faults().retryAfter(Duration.ofMinutes(10));
        operator.post("/sync/runs", Map.of("provider", "gopro"));

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> jdbc.sql("SELECT count(*) FROM sync_video WHERE attempts > 0 AND lease_holder IS NULL")
                                .query(Long.class)
                                .single()
                        == 1);

        assertThat(jdbc.sql("""
                        SELECT status, attempts, extract(epoch FROM next_attempt_at - updated_at) AS pause
                        FROM sync_video
                        """).query().singleRow())
                .containsEntry("status", "PENDING")
                .containsEntry("attempts", 1)
                .hasEntrySatisfying(
                        "pause",
                        pause -> assertThat(((Number) pause).longValue()).isBetween(599L, 601L));
    }

    @Test
    void whatGoProMadeOfAFileIsCopiedWhereItHandsOutNothingElse() throws Exception {
        Media media = MediaLibrary.recording(1, 5000).offeringOnlyAProxy(700);
        goPro.library().put(media);

        JsonNode run = operator.run("gopro");

        assertThat(run.path("status").asString()).isEqualTo("COMPLETED");
        JsonNode video = operator.get("/sync/videos").body().at("/items/0");
        assertThat(video.path("bytes").asLong()).isEqualTo(700);
        ByteArrayOutputStream proxy = new ByteArrayOutputStream();
        media.proxy().orElseThrow().content().write(proxy, 0, 700);
        assertThat(objects.read(new ObjectReference("media", video.path("key").asString())))
                .isEqualTo(proxy.toByteArray());
    }

    @Test
    void aProxyThatBreaksOffIsNotCopied() {
        goPro.library().put(MediaLibrary.recording(1, 5000).offeringOnlyAProxy(700));
        goPro.faults().always(Fault.BREAK_BODY);

        assertThat(operator.run("gopro").at("/progress/failed").asInt()).isEqualTo(1);
        assertThat(operator.get("/sync/videos").body().at("/items/0/reason").asString())
                .isEqualTo("short-body");
    }
}
