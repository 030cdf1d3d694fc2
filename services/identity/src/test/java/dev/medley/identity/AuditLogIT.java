package dev.medley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.IdentityClient.Answer;
import dev.medley.identity.audit.AuditAction;
import dev.medley.identity.audit.AuditLog;
import dev.medley.identity.audit.AuditOutcome;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AuditLogIT {

    private static String admin;

    private final String user = "user-" + UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private AuditLog log;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private IdentityClient client;

    @BeforeAll
    static void signIn(TestPlatform platform) {
        admin = TestRoles.signedIn(platform, "admin").accessToken();
    }

    @BeforeEach
    void connect() {
        client = new IdentityClient(port);
    }

    @Test
    void parallelWritersMakeOneUnbrokenChain() throws Exception {
        int writers = 8;
        int each = 25;
        long before = verification().at("/entries").asLong();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String other = user + "-" + writer % 3;
                String actor = writer % 2 == 0 ? user : other;
                String target = writer % 2 == 0 ? other : user;
                running.add(threads.submit(() -> {
                    for (int entry = 0; entry < each; entry++) {
                        log.record(AuditAction.SIGNED_IN, AuditOutcome.DONE, actor, target);
                    }
                }));
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        }

        JsonNode after = verification();
        assertThat(after.path("intact").asBoolean()).isTrue();
        assertThat(after.path("entries").asLong()).isGreaterThanOrEqualTo(before + (long) writers * each);
        assertThat(after.at("/head/sequence").asLong())
                .isEqualTo(after.path("entries").asLong());
    }

    @Test
    void anActionThatDidNotHappenLeavesNoEntry() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            log.record(AuditAction.USER_DISABLED, AuditOutcome.DONE, null, user);
            status.setRollbackOnly();
        });

        assertThat(entries("?target=" + user)).isEmpty();
        assertThat(verification().path("intact").asBoolean()).isTrue();
    }

    @Test
    void theNewestEntriesComeFirstPageByPageAndByFilter() {
        Instant start = Instant.now().minusSeconds(60);
        log.record(AuditAction.SIGNED_IN, AuditOutcome.REFUSED, null, user);
        log.record(AuditAction.SIGNED_IN, AuditOutcome.DONE, user, user);
        log.record(AuditAction.SIGNED_OUT, AuditOutcome.DONE, user, user);

        assertThat(entries("?target=" + user))
                .extracting(entry -> entry.path("action").asString())
                .containsExactly("SIGNED_OUT", "SIGNED_IN", "SIGNED_IN");
        assertThat(entries("?actor=" + user)).hasSize(2);
        assertThat(entries("?target=" + user + "&action=SIGNED_IN&outcome=DONE&from=" + start))
                .hasSize(1);
        assertThat(entries("?target=" + user + "&to=" + start)).isEmpty();
        assertThat(entries("?target=nobody")).isEmpty();

        Answer first = client.call("GET", "/users/audit?limit=2&target=" + user, admin, "");
        String next = first.text("next");
        assertThat(entries("?limit=2&target=" + user + "&cursor=" + next))
                .extracting(entry -> entry.path("outcome").asString())
                .containsExactly("REFUSED");
        assertThat(client.call("GET", "/users/audit?limit=2&target=other&cursor=" + next, admin, "")
                        .text("code"))
                .isEqualTo("invalid-cursor");
        assertThat(client.call("GET", "/users/audit?actor=%00", admin, "").status())
                .isEqualTo(400);
        assertThat(client.call("GET", "/users/audit?action=SLEPT", admin, "").text("detail"))
                .contains("SIGNED_IN");
    }

    @Test
    void aRequestLeavesItsAddressAndItsName() {
        JsonNode head = verification().path("head");
        client.call("POST", "/users/audit/verification", admin, "", "X-Request-Id", "audit-test-1");

        JsonNode entry = entries("?limit=1&action=AUDIT_VERIFIED").getFirst();
        assertThat(entry.path("clientAddress").asString()).isEqualTo("127.0.0.1");
        assertThat(entry.path("requestId").asString()).isEqualTo("audit-test-1");
        assertThat(entry.path("sequence").asLong())
                .isGreaterThan(head.path("sequence").asLong());
    }

    @Test
    void whatAnotherServiceTellsOfIsWrittenDown(TestPlatform platform) {
        platform.tell(
                "identity-events.fifo",
                "media-sync",
                "action.taken",
                user,
                Map.of(
                        "action",
                        "PROVIDER_CREDENTIALS_REPLACED",
                        "actorId",
                        user,
                        "resource",
                        "/sync/providers/gopro/credentials",
                        "takenAt",
                        "2026-11-02T10:02:18.897Z"));
        JsonNode entry = Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> entries("?actor=" + user), found -> !found.isEmpty())
                .getFirst();

        assertThat(entry.path("resource").asString()).isEqualTo("/sync/providers/gopro/credentials");
        assertThat(Instant.parse(entry.path("at").asString())).isEqualTo(Instant.parse("2026-11-02T10:02:18.897Z"));
        assertThat(verification().path("intact").asBoolean()).isTrue();
    }

    @Test
    void aForgottenUserIsNobodyInAnIntactLog() {
        log.record(AuditAction.SIGNED_IN, AuditOutcome.DONE, user, user);
        long sequence = entries("?actor=" + user).getFirst().path("sequence").asLong();
        log.forget(user);

        assertThat(entries("?actor=" + user)).isEmpty();
        JsonNode entry = entries("?limit=100&action=SIGNED_IN").stream()
                .filter(each -> each.path("sequence").asLong() == sequence)
                .findFirst()
                .orElseThrow();
        assertThat(entry.at("/actor/userId").isMissingNode()
                        || entry.at("/actor/userId").isNull())
                .isTrue();
        assertThat(entry.at("/actor/pseudonym")).isEqualTo(entry.at("/target/pseudonym"));
        assertThat(verification().path("intact").asBoolean()).isTrue();
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry entry WHERE entry::text LIKE '%' || :user || '%'")
                        .param("user", user)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anEarlierHeadProvesThatNothingWasRewritten() {
        JsonNode head = verification().path("head");
        log.record(AuditAction.SIGNED_IN, AuditOutcome.DONE, user, user);

        assertThat(verify("{\"head\":" + head + "}").path("intact").asBoolean()).isTrue();
        String forged = "{\"head\":{\"sequence\":%s,\"hash\":\"%s\"}}".formatted(head.path("sequence"), "0".repeat(64));
        JsonNode broken = verify(forged);
        assertThat(broken.path("intact").asBoolean()).isFalse();
        assertThat(broken.at("/firstBroken/sequence")).isEqualTo(head.path("sequence"));
        assertThat(client.call("POST", "/users/audit/verification", admin, "{\"head\":{\"sequence\":1,\"hash\":\"x\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void onlyAdministratorsReadIt(TestPlatform platform) {
        for (String role : List.of("user", "operator")) {
            String token = TestRoles.signedIn(platform, role).accessToken();
            assertThat(client.call("GET", "/users/audit", token, "").status()).isEqualTo(403);
            assertThat(client.call("POST", "/users/audit/verification", token, "")
                            .status())
                    .isEqualTo(403);
        }
    }

    private List<JsonNode> entries(String query) {
        Answer answer = client.call("GET", "/users/audit" + query, admin, "");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return List.copyOf(answer.body().path("items").values());
    }

    private JsonNode verification() {
        return verify("");
    }

    private JsonNode verify(String body) {
        Answer answer = client.call("POST", "/users/audit/verification", admin, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.body();
    }
}
