package dev.medley.mediasync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.mediasync.credential.ConcurrentRefresh;
import dev.medley.mediasync.credential.RotationTrial;
import dev.medley.mediasync.provider.ProviderFailure;
import dev.medley.simulators.GoProSimulator;
import dev.medley.simulators.Media;
import dev.medley.simulators.MediaLibrary;
import dev.medley.testing.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Large libraries, many callers and messages that come twice. */
@SyncServiceTest
class SyncAtScaleIT {

    private static final Logger log = LoggerFactory.getLogger(SyncAtScaleIT.class);

    @LocalServerPort
    private int port;

    @Autowired
    private GoProSimulator goPro;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ConcurrentRefresh refresh;

    @Autowired
    private RotationTrial trial;

    private SyncClient operator;
    private TestPlatform platform;

    @BeforeEach
    void startOver(TestPlatform running) {
        platform = running;
        List.of("sync_video", "sync_run", "sync_position", "schedule_inbox")
                .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
        goPro.library().all().forEach(media -> goPro.library().remove(media.id()));
        goPro.faults().clear();
        operator = SyncClient.of(platform, port, "operator");
        operator.put("/sync/providers/gopro/credentials", goPro.signIn());
    }

    /** Ready media would be copied; what is not ready is tracked all the same, and this is about the listing. */
    private static Media tracked(int number) {
        return MediaLibrary.recording(number, 1000).ready(false);
    }

    /** What has its copy needs nothing; what has none, the next run asks for again, file by file. */
    private void haveCopies() {
        jdbc.sql("UPDATE sync_video SET status = 'COMPLETED', reason = NULL").update();
    }

    @Test
    void thousandListedMediaAreFilteredPageByPage() {
        for (int number = 1; number <= 900; number++) {
            goPro.library().put(tracked(number));
        }
        operator.run("gopro");
        haveCopies();
        jdbc.sql("DELETE FROM sync_position").update();
        for (int number = 901; number <= 1000; number++) {
            goPro.library().put(tracked(number));
        }
        long searches = goPro.searches();
        long begin = System.nanoTime();

        JsonNode run = operator.run("gopro");

        Duration duration = Duration.ofNanos(System.nanoTime() - begin);
        log.info("1,000 media listed and filtered against 900 known ones in {} ms", duration.toMillis());
        assertThat(run.path("listed").asInt()).isEqualTo(1000);
        assertThat(run.path("known").asInt()).isEqualTo(900);
        assertThat(goPro.searches() - searches).isEqualTo(10);
        assertThat(rows()).isEqualTo(1000);
    }

    @Test
    void twoAndAHalfThousandMediaTakeThreeRunsWhileNewOnesArrive() {
        for (int number = 1; number <= 2500; number++) {
            goPro.library().put(tracked(number));
        }

        JsonNode first = operator.run("gopro");
        haveCopies();
        goPro.library().put(tracked(2501));
        JsonNode second = operator.run("gopro");
        haveCopies();
        goPro.library().put(tracked(2502));
        JsonNode third = operator.run("gopro");

        assertThat(first.path("listed").asInt()).isEqualTo(1000);
        assertThat(List.of(first, second, third))
                .extracting(run -> run.path("more").asBoolean())
                .containsExactly(true, true, false);
        assertThat(rows()).isEqualTo(2502);
        assertThat(jdbc.sql("SELECT count(DISTINCT media_id) FROM sync_video")
                        .query(Long.class)
                        .single())
                .isEqualTo(2502);
    }

    @Test
    void fiftyCallersWhoseTokensAreOldMakeOneTokenCall() throws Exception {
        long calls = goPro.tokenCalls();

        assertThat(refresh.byCallers(50)).hasSize(1);

        assertThat(goPro.tokenCalls() - calls).isEqualTo(1);
    }

    @Test
    void tokensThatExpireMidwayAreRenewedAndUsedUpOnesRaiseAnAlert() {
        goPro.library().put(tracked(1));
        operator.run("gopro");
        goPro.expireAccessTokens();
        long calls = goPro.tokenCalls();
        assertThat(operator.run("gopro").path("status").asString()).isEqualTo("COMPLETED");
        assertThat(goPro.tokenCalls() - calls).isEqualTo(1);

        goPro.revoke();
        JsonNode failed = operator.run("gopro");

        assertThat(failed.path("reason").asString()).isEqualTo("invalid-grant");
        assertThat(operator.get("/sync/providers").body().findValuesAsString("reason"))
                .contains("invalid-grant");
        long after = goPro.tokenCalls();
        assertThat(operator.run("gopro").path("reason").asString()).isEqualTo("invalid-grant");
        assertThat(goPro.tokenCalls()).as("nothing is tried with dead tokens").isEqualTo(after);
    }

    @Test
    void aScheduledTimeStartsOneRunHoweverOftenItsMessageComes() {
        Map<String, Object> due = Map.of(
                "schedule",
                "media-sync-daily",
                "scheduledTime",
                Instant.parse("2026-11-02T01:00:00Z"),
                "action",
                "sync");
        send(due);
        Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> scheduledRuns() == 1 && taken() == 1);
        operator.finished(
                jdbc.sql("SELECT id FROM sync_run").query(String.class).single());

        send(due);
        Awaitility.await().atMost(TestPlatform.PATIENCE).until(this::isScheduleQueueEmpty);

        assertThat(scheduledRuns()).isEqualTo(1);
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void aRotationRenewsTheTokensAndKeepsThoseThatWork() {
        goPro.library().put(tracked(1));
        operator.run("gopro");
        long calls = goPro.tokenCalls();

        send(Map.of(
                "schedule",
                "media-sync-credential-rotation",
                "scheduledTime",
                Instant.parse("2026-11-01T02:00:00Z"),
                "action",
                "rotate-credentials"));

        Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> taken() == 1);
        assertThat(goPro.tokenCalls() - calls).isEqualTo(1);
        assertThat(operator.get("/sync/providers").body().findValuesAsString("rotatedAt"))
                .isNotEmpty();
        assertThat(operator.run("gopro").path("status").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void aRotationGoesBackOnlyToTokensThatStillWork() throws Exception {
        assertThat(trial.keptAfter(null, ProviderFailure.REFUSED)).isEqualTo("old");
        assertThat(trial.keptAfter("next", ProviderFailure.REFUSED)).isEqualTo("new");
        assertThat(trial.keptAfter(null, ProviderFailure.RATE_LIMITED)).isEqualTo("new");
        assertThat(trial.keptAfter(null, ProviderFailure.UNAVAILABLE)).isEqualTo("new");
    }

    @Test
    void aRefusalOfCookiesThatWereReplacedIsNoFailureOfTheNewOnes() throws Exception {
        assertThat(trial.refusalOfReplacedCookiesLeavesTheAccountActive()).isTrue();
    }

    @Test
    void credentialsHandedOverDuringARenewalAreTheOnesThatStay() throws Exception {
        assertThat(trial.keptWhenHandedOverDuringARenewal()).isEqualTo("handed over");
    }

    @Test
    void anErasedUserIsNamedByNoRun() {
        operator.run("gopro");
        String user = jdbc.sql("SELECT requested_by FROM sync_run")
                .query(String.class)
                .single();

        platform.tell(
                "media-sync-events.fifo",
                "identity",
                "user.deleted",
                user,
                Map.of("userId", user, "erasureId", UUID.randomUUID(), "deletedAt", Instant.now()));

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> jdbc.sql("SELECT count(*) FROM sync_run WHERE requested_by IS NOT NULL")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private long rows() {
        return jdbc.sql("SELECT count(*) FROM sync_video").query(Long.class).single();
    }

    private long scheduledRuns() {
        return jdbc.sql("SELECT count(*) FROM sync_run WHERE trigger = 'SCHEDULE'")
                .query(Long.class)
                .single();
    }

    private long taken() {
        return jdbc.sql("SELECT count(*) FROM schedule_inbox").query(Long.class).single();
    }

    private boolean isScheduleQueueEmpty() {
        var queues = platform.parts().queues();
        return queues
                .client()
                .getQueueAttributes(request -> request.queueUrl(queues.url("media-sync-schedules"))
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .allMatch("0"::equals);
    }

    private void send(Map<String, Object> message) {
        var queues = platform.parts().queues();
        queues.client()
                .sendMessage(request -> request.queueUrl(queues.url("media-sync-schedules"))
                        .messageBody(new JsonMapper().writeValueAsString(message)));
    }
}
