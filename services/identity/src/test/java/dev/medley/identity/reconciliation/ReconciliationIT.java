package dev.medley.identity.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.IdentityClient;
import dev.medley.identity.IdentityClient.Answer;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReconciliationIT {

    private static final String RUNS = "/users/reconciliations";

    /** More than the pool lists at once. */
    private static final int USERS = 65;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private IdentityClient client;

    @BeforeEach
    void connect() {
        client = new IdentityClient(port);
    }

    @Test
    void lostProfilesComeBackFromEveryPageOfThePool(TestPlatform platform) throws Exception {
        List<String> lost = IntStream.range(0, 3)
                .mapToObj(_ -> platform.signedInUser(newEmail()).sub())
                .toList();
        inviteMany(platform);
        String administrator = administrator(platform);
        jdbc.sql("DELETE FROM profile WHERE user_id IN (:lost)")
                .param("lost", lost)
                .update();

        Answer started = client.call("POST", RUNS, administrator, "");
        assertThat(started.status()).as(started.response().body()).isEqualTo(202);
        assertThat(started.text("status")).isEqualTo("RUNNING");
        Answer ended = Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(
                        () -> client.call("GET", started.header("Location"), administrator, ""),
                        run -> !run.text("status").equals("RUNNING"));

        assertThat(ended.text("status")).isEqualTo("COMPLETED");
        assertThat(ended.text("endedAt")).isNotEmpty();
        assertThat(ended.body().path("listed").asLong()).isGreaterThan(USERS);
        assertThat(ended.body().path("created").asLong()).isGreaterThanOrEqualTo(lost.size());
        assertThat(profiles(lost)).isEqualTo(lost.size());
    }

    @Test
    void aRunThatThePoolForgotFails(TestPlatform platform) {
        String administrator = administrator(platform);
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "INSERT INTO reconciliation (id, status, listed, created, started_at) VALUES (?, 'RUNNING', 60, 0, now())")
                .param(id)
                .update();
        String queue = platform.parts().queues().url("identity-events.fifo");
        String message = """
                {"id": "%s", "type": "reconciliation.page-requested", "source": "identity",
                 "time": "2026-11-02T09:20:00Z", "subject": "%s",
                 "data": {"reconciliationId": "%s", "from": "long-forgotten"}}
                """.formatted(UUID.randomUUID(), id, id);
        platform.parts()
                .queues()
                .client()
                .sendMessage(request -> request.queueUrl(queue)
                        .messageBody(message)
                        .messageGroupId(id.toString())
                        .messageDeduplicationId(id.toString()));

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> client.call("GET", RUNS + "/" + id, administrator, "")
                        .text("status")
                        .equals("FAILED"));
    }

    @Test
    void runsAreForAdministrators(TestPlatform platform) {
        String user = platform.signedInUser(newEmail()).accessToken();

        assertThat(client.call("POST", RUNS, user, "").status()).isEqualTo(403);
        assertThat(client.call("GET", RUNS + "/" + UUID.randomUUID(), user, "").status())
                .isEqualTo(403);
        assertThat(client.call("GET", RUNS + "/" + UUID.randomUUID(), administrator(platform), "")
                        .status())
                .isEqualTo(404);
    }

    private long profiles(List<String> subs) {
        return jdbc.sql("SELECT count(*) FROM profile WHERE user_id IN (:subs)")
                .param("subs", subs)
                .query(Long.class)
                .single();
    }

    /** Few at once: each has the pool hash a password, which keeps a processor busy. */
    private static void inviteMany(TestPlatform platform) throws Exception {
        String pool = platform.parts().cognito().userPoolId();
        try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
            List<Callable<AdminCreateUserResponse>> invitations = Collections.nCopies(
                    USERS,
                    () -> platform.cognito()
                            .adminCreateUser(request -> request.userPoolId(pool)
                                    .username(newEmail())
                                    .messageAction(MessageActionType.SUPPRESS)));
            for (Future<?> invitation : executor.invokeAll(invitations)) {
                invitation.get();
            }
        }
    }

    private static String administrator(TestPlatform platform) {
        return platform.signedInUser(newEmail(), "admin").accessToken();
    }

    private static String newEmail() {
        return "user-" + UUID.randomUUID() + "@example.com";
    }
}
