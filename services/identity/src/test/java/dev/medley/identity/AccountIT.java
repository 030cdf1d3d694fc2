package dev.medley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.contracts.Queues;
import dev.medley.identity.IdentityClient.Answer;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import dev.medley.testing.TestPlatform.TestUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Erasure, export and picture as far as this service goes; the test plays the other services. */
@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccountIT {

    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectStore objects;

    private TestPlatform platform;
    private TestUser user;
    private IdentityClient client;

    @BeforeEach
    void signIn(TestPlatform running) {
        platform = running;
        user = running.signedInUser(UUID.randomUUID() + "@example.com");
        client = new IdentityClient(port);
        assertThat(get("/users/me").status()).isEqualTo(200);
    }

    @Test
    void anErasedAccountIsGoneOnceEveryServiceHasAnswered() {
        String refreshToken = client.post(
                        "/auth/signin", Map.of("email", user.email(), "password", TestPlatform.PASSWORD))
                .text("RefreshToken");
        Answer asked = client.call("DELETE", "/users/me", user.accessToken(), "");
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("status")).isEqualTo("ERASING");
        assertThat(asked.body().path("awaiting").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(consumers("user.deleted"));
        String erasureId = asked.text("erasureId");

        assertThat(get("/users/me").status()).as("its tokens end at once").isEqualTo(401);
        assertThat(client.post("/auth/refresh", Map.of("refreshToken", refreshToken))
                        .status())
                .as("nobody refreshes meanwhile")
                .isEqualTo(401);
        Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> profilesOf(user.sub()) == 0);
        assertThat(openErasures(user.sub()))
                .as("the other services have not answered")
                .isEqualTo(1);
        assertThat(client.post("/auth/signin", Map.of("email", user.email(), "password", TestPlatform.PASSWORD))
                        .status())
                .isEqualTo(401);

        List.of("images", "media-sync")
                .forEach(service -> tell(
                        "user.erased",
                        erasureId,
                        Map.of("erasureId", erasureId, "service", service, "erasedAt", Instant.now())));

        Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> openErasures(user.sub()) == 0);
        assertThat(jdbc.sql("SELECT finished_at IS NOT NULL AND user_id IS NULL FROM erasure WHERE id = ?::uuid")
                        .param(erasureId)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void anExportIsOneFileOfEveryServicesPart() {
        Answer asked = get("/users/me/export");
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.header("Retry-After")).isNotEmpty();
        String exportId = asked.text("exportId");
        assertThat(get("/users/me/export").text("exportId")).isEqualTo(exportId);

        objects.write(
                new ObjectReference("exports", "parts/%s/images.json".formatted(exportId)),
                "application/json",
                json.writeValueAsBytes(Map.of("gallery", Map.of("images", new int[0]))));
        tell(
                "user.export-collected",
                exportId,
                Map.of("exportId", exportId, "service", "images", "collectedAt", Instant.now()));
        objects.write(
                new ObjectReference("exports", "parts/%s/media-sync.json".formatted(exportId)),
                "application/json",
                json.writeValueAsBytes(Map.of()));
        tell(
                "user.export-collected",
                exportId,
                Map.of("exportId", exportId, "service", "media-sync", "collectedAt", Instant.now()));

        Answer ready = Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> get("/users/me/export"), answer -> answer.status() == 200);
        JsonNode file = client.download(ready.text("url"));
        assertThat(file.at("/services/identity/account/profile/email").asString())
                .isEqualTo(user.email());
        assertThat(file.at("/services/images/gallery/images").isArray()).isTrue();
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(() -> assertThat(objects.find(
                                new ObjectReference("exports", "parts/%s/images.json".formatted(exportId))))
                        .isEmpty());
    }

    @Test
    void aPartOfAnExportThatNobodyAwaitsIsRemoved() {
        String exportId = UUID.randomUUID().toString();
        ObjectReference part = new ObjectReference("exports", "parts/%s/images.json".formatted(exportId));
        objects.write(part, "application/json", json.writeValueAsBytes(Map.of()));

        tell(
                "user.export-collected",
                exportId,
                Map.of("exportId", exportId, "service", "images", "collectedAt", Instant.now()));

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(() -> assertThat(objects.find(part)).isEmpty());
    }

    @Test
    void withoutTheImagesServiceAPictureHasToWait() {
        Answer answer = client.call(
                "PUT", "/users/me/picture", user.accessToken(), "{\"fileName\":\"a.jpg\",\"fileType\":\"image/jpeg\"}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("service-unavailable");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    private Answer get(String path) {
        return client.call("GET", path, user.accessToken(), "");
    }

    private long profilesOf(String userId) {
        return count("SELECT count(*) FROM profile WHERE user_id = ?", userId);
    }

    private long openErasures(String userId) {
        return count("SELECT count(*) FROM erasure WHERE user_id = ?", userId);
    }

    private long count(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }

    private static Iterable<String> consumers(String event) {
        return Queues.load().subscribedTo(event).stream()
                .map(queue -> queue.consumer())
                .toList();
    }

    private void tell(String type, String subject, Map<String, Object> data) {
        platform.tell("identity-events.fifo", "images", type, subject, data);
    }
}
