package dev.medley.mediasync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.mediasync.SyncClient.Answer;
import dev.medley.simulators.Faults.Fault;
import dev.medley.simulators.GoProSimulator;
import dev.medley.simulators.Media;
import dev.medley.simulators.MediaLibrary;
import dev.medley.simulators.WebDavSimulator;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import dev.medley.testing.TestPlatform;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@SyncServiceTest
class SyncJourneyIT {

    private static final Instant LATE = Instant.parse("2026-11-01T12:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private GoProSimulator goPro;

    @Autowired
    private WebDavSimulator archive;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectStore objects;

    @Autowired
    private MeterRegistry metrics;

    private SyncClient operator;

    @BeforeEach
    void startOver(TestPlatform platform) {
        List.of("sync_video", "sync_run", "sync_position", "provider_account", "credential_vault", "outbox")
                .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
        goPro.library().all().forEach(media -> goPro.library().remove(media.id()));
        archive.library().all().forEach(media -> archive.library().remove(media.id()));
        goPro.faults().clear();
        archive.faults().clear();
        operator = SyncClient.of(platform, port, "operator");
        assertThat(operator.put("/sync/providers/gopro/credentials", goPro.signIn())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whatIsNewAtTheProviderLiesInStorageAfterARun() throws Exception {
        for (int number = 1; number <= 12; number++) {
            goPro.library().put(MediaLibrary.recording(number, 3000));
        }

        JsonNode run = operator.run("gopro");

        assertThat(run.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(run.at("/progress/total").asInt()).isEqualTo(12);
        assertThat(run.at("/progress/done").asInt()).isEqualTo(12);
        JsonNode video =
                operator.get("/sync/videos?status=COMPLETED&limit=1").body().at("/items/0");
        String key = video.path("key").asString();
        assertThat(key).matches("gopro-videos/2026/10/m0000\\d\\d/G.*");
        byte[] stored = objects.read(new ObjectReference("media", key));
        Media source = goPro.library().find(video.path("mediaId").asString()).orElseThrow();
        assertThat(stored).hasSize(3000);
        assertThat(stored[2999]).isEqualTo(source.content().at(2999));
        assertThat(metrics.counter("VideosSynced", "Provider", "gopro").count()).isGreaterThanOrEqualTo(12);

        JsonNode second = operator.run("gopro");
        assertThat(second.at("/progress/total").asInt()).isZero();
        assertThat(second.path("known").asInt()).isEqualTo(12);
    }

    @Test
    void aWebDavFolderIsAProviderLikeAnyOther() {
        archive.library().put(Media.of("a", "Strand & Meer.mp4", 2000, LATE));
        assertThat(operator.put("/sync/providers/archive/credentials", archive.account())
                        .status())
                .isEqualTo(204);

        assertThat(operator.run("archive").path("status").asString()).isEqualTo("COMPLETED");
        assertThat(operator.get("/sync/videos?provider=archive")
                        .body()
                        .at("/items/0/key")
                        .asString())
                .matches("archive-videos/2026/11/[A-Za-z0-9_-]{43}/Strand___Meer.mp4");
    }

    @Test
    void badItemsFailWithTheirReasonAndTheRunGoesOn() {
        goPro.library().put(MediaLibrary.recording(1, 1000));
        goPro.library().put(Media.of("a/../b", "a.MP4", 5, LATE));
        goPro.library().put(Media.of("x".repeat(5000), "b.MP4", 5, LATE.plusSeconds(1)));
        goPro.library().put(Media.of("minus", "c.MP4", 5, LATE.plusSeconds(2)).announcing(-1));
        goPro.library().put(Media.of("none", "d.MP4", 5, LATE.plusSeconds(3)).announcing(null));
        goPro.library().put(Media.of("slash", "a/b.MP4", 5, LATE.plusSeconds(4)));
        goPro.library().put(Media.of("backslash", "a\\b.MP4", 5, LATE.plusSeconds(5)));
        goPro.library().put(Media.of("control", "a\u0000\n.MP4", 5, LATE.plusSeconds(6)));
        goPro.library().put(Media.of("dots", "..MP4", 5, LATE.plusSeconds(7)));
        goPro.library().put(Media.of("long", "n".repeat(300) + ".MP4", 5, LATE.plusSeconds(8)));
        goPro.library().put(Media.of("far", "e.MP4", 5, Instant.parse("+10000-01-01T00:00:00Z")));
        goPro.library().put(Media.of("huge", "f.MP4", 5, LATE.plusSeconds(9)).announcing(Long.MAX_VALUE));
        goPro.library().put(MediaLibrary.recording(2, 1000));

        JsonNode run = operator.run("gopro");

        assertThat(run.path("status").asString()).isEqualTo("PARTIAL");
        assertThat(run.at("/progress/done").asInt()).isEqualTo(2);
        assertThat(run.at("/progress/failed").asInt()).isEqualTo(11);
        assertThat(jdbc.sql("SELECT reason FROM sync_video WHERE status = 'FAILED' ORDER BY recorded_at")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "invalid-date",
                        "invalid-media-id",
                        "invalid-media-id",
                        "negative-size",
                        "missing-size",
                        "invalid-filename",
                        "invalid-filename",
                        "invalid-filename",
                        "invalid-filename",
                        "invalid-filename",
                        "too-large");
    }

    @Test
    void aFileThatIsAtFaultItselfIsToldOfOnce() {
        goPro.library().put(Media.of("slash", "a/b.MP4", 5, LATE));
        assertThat(operator.run("gopro").path("status").asString()).isEqualTo("PARTIAL");

        JsonNode again = operator.run("gopro");

        assertThat(again.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(again.path("known").asInt()).isEqualTo(1);
        assertThat(count("FAILED")).isEqualTo(1);
    }

    @Test
    void whatFailedIsTriedAgainByTheNextRunAndNeverTwiceAtOnce() {
        goPro.library().put(MediaLibrary.recording(1, 1000));
        goPro.faults().always(Fault.FAIL_BODY);
        JsonNode failed = operator.run("gopro");
        assertThat(failed.path("status").asString()).isEqualTo("PARTIAL");
        goPro.faults().clear();

        JsonNode run = operator.run("gopro");

        assertThat(run.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(run.at("/progress/done").asInt()).isEqualTo(1);
        assertThat(metrics.counter("SyncFailures", "Provider", "gopro", "ErrorType", "source-unavailable")
                        .count())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void aFailedVideoCanBeTriedAgainWithoutARun() {
        goPro.library().put(MediaLibrary.recording(1, 1000));
        goPro.faults().always(Fault.FAIL_BODY);
        operator.run("gopro");
        goPro.faults().clear();
        String id = operator.get("/sync/videos?status=FAILED")
                .body()
                .at("/items/0/id")
                .asString();

        assertThat(operator.post("/sync/videos/" + id + "/retry", null).status())
                .isEqualTo(202);

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> operator.get("/sync/videos/" + id)
                        .body()
                        .path("status")
                        .asString()
                        .equals("COMPLETED"));
        assertThat(operator.post("/sync/videos/" + id + "/retry", null).status())
                .isEqualTo(409);
    }

    @Test
    void whatIsNotReadyWaitsAndWhatIsDeletedIsNotCalledCopied() {
        goPro.library().put(MediaLibrary.recording(1, 1000).ready(false));
        JsonNode first = operator.run("gopro");
        assertThat(first.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(first.at("/progress/total").asInt()).isZero();
        assertThat(status("m000001")).isEqualTo("PENDING");

        goPro.library().put(MediaLibrary.recording(1, 1000));
        assertThat(operator.run("gopro").at("/progress/done").asInt()).isEqualTo(1);
        assertThat(status("m000001")).isEqualTo("COMPLETED");

        goPro.library().put(MediaLibrary.recording(2, 1000));
        goPro.faults().always(Fault.FAIL_BODY);
        operator.run("gopro");
        goPro.faults().clear();
        goPro.library().remove("m000002");
        operator.run("gopro");
        assertThat(status("m000002")).isEqualTo("SOURCE_DELETED");
    }

    @Test
    void oneRunOfAProviderIsActiveAtATimeAndCanBeCancelled() {
        goPro.library().put(MediaLibrary.recording(1, 1000));
        goPro.faults().always(Fault.LIMIT);
        goPro.faults().retryAfter(Duration.ofHours(1));
        String id = operator.post("/sync/runs", Map.of("provider", "gopro"))
                .body()
                .path("id")
                .asString();
        Answer second = operator.post("/sync/runs", Map.of("provider", "gopro"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("detail").asString()).contains(id);

        Answer cancelled = operator.post("/sync/runs/" + id + "/cancel", null);

        assertThat(cancelled.body().path("status").asString()).isEqualTo("CANCELLED");
        assertThat(operator.post("/sync/runs/" + id + "/cancel", null).status()).isEqualTo(409);
        goPro.faults().clear();
        assertThat(operator.run("gopro").at("/progress/done").asInt()).isEqualTo(1);
    }

    @Test
    void aWorkerThatDiedIsReplacedWhenItsLeaseEnds() {
        goPro.library().put(MediaLibrary.recording(1, 1000));
        goPro.faults().always(Fault.LIMIT);
        goPro.faults().retryAfter(Duration.ofSeconds(1));
        String id = operator.post("/sync/runs", Map.of("provider", "gopro"))
                .body()
                .path("id")
                .asString();
        jdbc.sql("""
                        INSERT INTO sync_video (id, provider, media_id, locator, filename, bytes, recorded_at, run_id, status,
                                                object_key, attempts, next_attempt_at, dispatched_at, lease_until,
                                                lease_holder, bytes_so_far, created_at, updated_at)
                        VALUES (gen_random_uuid(), 'gopro', 'm000001', 'm000001', 'GX010001.MP4', 1000, now(), :run::uuid,
                                'IN_PROGRESS', 'gopro-videos/2026/10/m000001/GX010001.MP4', 1, now(),
                                now() - interval '1 minute',
                                now() - interval '1 second', gen_random_uuid(), 500, now(), now())
                        """).param("run", id).update();
        goPro.faults().clear();

        JsonNode run = operator.finished(id);

        assertThat(run.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(jdbc.sql("SELECT attempts FROM sync_video")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aLapsedLeaseIsAskedForOnceAndNotAgainAtOnce() {
        String run = operator.run("gopro").path("id").asString();
        // Without a key no worker claims it.
        jdbc.sql("""
                        INSERT INTO sync_video (id, provider, media_id, locator, filename, bytes, recorded_at, run_id, status,
                                                attempts, next_attempt_at, dispatched_at, lease_until, lease_holder,
                                                bytes_so_far, created_at, updated_at)
                        VALUES (gen_random_uuid(), 'gopro', 'm', 'm', 'm.MP4', 1000, now(), :run::uuid, 'IN_PROGRESS', 1,
                                now(), now() - interval '1 minute', now() - interval '1 second', gen_random_uuid(), 0,
                                now(), now())
                        """).param("run", run).update();
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> jdbc.sql("SELECT dispatched_at > lease_until FROM sync_video")
                        .query(Boolean.class)
                        .single());
        Instant asked = dispatchedAt();

        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .atMost(TestPlatform.PATIENCE)
                .until(() -> dispatchedAt().equals(asked));
    }

    private Instant dispatchedAt() {
        return jdbc.sql("SELECT dispatched_at FROM sync_video")
                .query((row, _) ->
                        row.getObject("dispatched_at", OffsetDateTime.class).toInstant())
                .single();
    }

    @Test
    void atMostFiveFilesOfAProviderAreCopiedAtOnceAndACancelledRunStopsThem() {
        for (int number = 1; number <= 12; number++) {
            goPro.library().put(MediaLibrary.recording(number, 640_000));
        }
        goPro.faults().always(Fault.SLOW_BODY);
        goPro.faults().slowness(Duration.ofSeconds(10));
        String id = operator.post("/sync/runs", Map.of("provider", "gopro"))
                .body()
                .path("id")
                .asString();

        Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> count("IN_PROGRESS") == 5);
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(TestPlatform.PATIENCE)
                .until(() -> count("IN_PROGRESS") == 5 && count("PENDING") == 7);
        operator.post("/sync/runs/" + id + "/cancel", null);
        goPro.faults().clear();

        assertThat(count("FAILED")).isEqualTo(12);
        JsonNode next = operator.run("gopro");
        assertThat(next.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(next.at("/progress/done").asInt()).isEqualTo(12);
    }

    @Test
    void aRunWhoseProviderRefusesTheCredentialsFailsAndSaysSoOnce() {
        assertThat(operator.put("/sync/providers/gopro/credentials", goPro.cookies())
                        .status())
                .isEqualTo(204);
        goPro.faults().always(Fault.REFUSE);

        assertThat(operator.run("gopro").path("status").asString()).isEqualTo("FAILED");
        JsonNode again = operator.run("gopro");

        assertThat(again.path("reason").asString()).isEqualTo("refused");
        assertThat(operator.get("/sync/providers").body().toString()).contains("\"FAILED\"");
        goPro.faults().clear();
        operator.put("/sync/providers/gopro/credentials", goPro.cookies());
        assertThat(operator.run("gopro").path("status").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void freshTokensThatAreRefusedAreAnAlertAndNotRenewedAgain() {
        operator.put("/sync/providers/gopro/credentials", goPro.signIn());
        goPro.faults().always(Fault.REFUSE);
        assertThat(operator.run("gopro").path("reason").asString()).isEqualTo("refused");
        long calls = goPro.tokenCalls();

        assertThat(operator.run("gopro").path("reason").asString()).isEqualTo("refused");

        assertThat(goPro.tokenCalls()).isEqualTo(calls);
        assertThat(operator.get("/sync/providers").body().toString()).contains("\"FAILED\"");
    }

    @Test
    void tokensThatAreForbiddenForAWhileAreOfUseAfterIt() {
        operator.put("/sync/providers/gopro/credentials", goPro.signIn());
        goPro.faults().always(Fault.FORBID);
        assertThat(operator.run("gopro").path("reason").asString()).isEqualTo("forbidden");

        goPro.faults().clear();

        assertThat(operator.run("gopro").path("status").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void unknownProvidersAndCredentialsThatDoNotFitAreRefused() {
        assertThat(operator.get("/sync/videos?provider=nobody").status()).isEqualTo(404);
        assertThat(operator.post("/sync/runs", Map.of("provider", "nobody")).status())
                .isEqualTo(404);
        assertThat(operator.put("/sync/providers/nobody/credentials", goPro.cookies())
                        .status())
                .isEqualTo(404);
        assertThat(operator.put("/sync/providers/gopro/credentials", archive.account())
                        .status())
                .isEqualTo(400);
        assertThat(operator.put("/sync/providers/gopro/credentials", Map.of("kind", "cookies", "userId", "u"))
                        .status())
                .isEqualTo(400);
        assertThat(operator.put(
                                "/sync/providers/gopro/credentials",
                                Map.of("kind", "cookies", "userId", "u", "accessToken", "a; b\r\nX: y"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void onlyOperatorsAndAdministratorsAreLetIn(TestPlatform platform) {
        SyncClient user = SyncClient.of(platform, port, "user");
        SyncClient nobody = new SyncClient(port, null);

        assertThat(user.get("/sync/runs").status()).isEqualTo(403);
        assertThat(user.post("/sync/runs", Map.of("provider", "gopro")).status())
                .isEqualTo(403);
        assertThat(user.put("/sync/providers/gopro/credentials", goPro.cookies())
                        .status())
                .isEqualTo(403);
        assertThat(nobody.get("/sync/videos").status()).isEqualTo(401);
        assertThat(SyncClient.of(platform, port, "admin").get("/sync/runs").status())
                .isEqualTo(200);
    }

    private long count(String status) {
        return jdbc.sql("SELECT count(*) FROM sync_video WHERE status = :status")
                .param("status", status)
                .query(Long.class)
                .single();
    }

    private String status(String mediaId) {
        return jdbc.sql("SELECT status FROM sync_video WHERE media_id = :id")
                .param("id", mediaId)
                .query(String.class)
                .single();
    }
}
