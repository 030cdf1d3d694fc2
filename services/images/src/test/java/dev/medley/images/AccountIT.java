package dev.medley.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.accounts.personaldata.Exports;
import dev.medley.images.engine.SamplePictures;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import dev.medley.testing.TestPlatform.TestUser;
import io.awspring.cloud.autoconfigure.s3.S3ClientCustomizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service does when identity tells of the end of a session, an export or an erasure. */
@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccountIT {

    /** Interrupts an erasure when it has deleted a part of the objects. */
    static final class FragileStore implements ExecutionInterceptor {

        private final AtomicBoolean refusing = new AtomicBoolean();
        private volatile boolean deletedInTransaction;

        @Override
        public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
            if (call.request() instanceof DeleteObjectsRequest delete) {
                if (TransactionSynchronizationManager.isActualTransactionActive()) {
                    deletedInTransaction = true;
                }
                if (delete.bucket().endsWith("renditions") && refusing.compareAndSet(true, false)) {
                    throw SdkClientException.create("refused");
                }
            }
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Refusing {

        @Bean
        FragileStore fragileStore() {
            return new FragileStore();
        }

        @Bean
        S3ClientCustomizer fragileClient(FragileStore store) {
            return client -> client.overrideConfiguration(client.overrideConfiguration().toBuilder()
                    .addExecutionInterceptor(store)
                    .build());
        }
    }

    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectStore objects;

    @Autowired
    private FragileStore store;

    private TestPlatform platform;
    private TestUser user;
    private ImagesClient client;

    @BeforeEach
    void signIn(TestPlatform running) {
        platform = running;
        user = running.signedInUser(UUID.randomUUID() + "@example.com");
        client = new ImagesClient(port, user.accessToken());
    }

    @Test
    void tokensIssuedBeforeARevocationAreRefusedAndLaterOnesAccepted() {
        assertThat(client.get("/images").statusCode()).isEqualTo(200);

        tell("user.sessions-revoked", user.sub(), Map.of("userId", user.sub(), "revokedAt", Instant.now()));

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(
                        () -> assertThat(client.get("/images").statusCode()).isEqualTo(401));
        TestUser other = platform.signedInUser(UUID.randomUUID() + "@example.com");
        tell("user.sessions-revoked", other.sub(), Map.of("userId", other.sub(), "revokedAt", Instant.EPOCH));
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(() -> assertThat(isStored(other.sub())).isTrue());
        assertThat(new ImagesClient(port, other.accessToken()).get("/images").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anExportTellsOfEveryImage() {
        JsonNode ticket = processedImage();
        String exportId = UUID.randomUUID().toString();

        tell(
                "user.export-requested",
                user.sub(),
                Map.of("exportId", exportId, "userId", user.sub(), "requestedAt", Instant.now()));

        ObjectReference part = Exports.part(exportId, "images");
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> objects.find(part).isPresent());
        JsonNode images = json.readTree(objects.read(part)).at("/gallery/images");
        assertThat(images).hasSize(1);
        assertThat(images.get(0).path("id")).isEqualTo(ticket.path("imageId"));
        assertThat(images.get(0).path("fileName").asString()).isEqualTo("a.jpg");
        assertThat(images.get(0).path("renditions")).hasSize(4);
    }

    @Test
    void anErasureLeavesNeitherRowNorObject() {
        JsonNode ticket = processedImage();
        JsonNode neverSent = client.announce("late.jpg", "image/jpeg");
        List<ObjectReference> stored = storedObjects(ticket);
        assertThat(stored)
                .hasSize(5)
                .allSatisfy(object -> assertThat(objects.find(object)).isPresent());

        String event = tell(
                "user.deleted",
                user.sub(),
                Map.of("userId", user.sub(), "erasureId", UUID.randomUUID(), "deletedAt", Instant.now()));

        Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> isAnswered(event));
        assertThat(rowsOf(user.sub())).isZero();
        assertThat(stored).allSatisfy(object -> assertThat(objects.find(object)).isEmpty());

        // The link outlives the account; what comes through it does not.
        assertThat(client.upload(neverSent, SamplePictures.photo(640, 480))).isEqualTo(200);
        ObjectReference late =
                new ObjectReference("uploads", neverSent.path("fileKey").asString());
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(() -> assertThat(objects.find(late)).isEmpty());
    }

    @Test
    void anErasureThatTheObjectStoreInterruptsGoesOnWithTheNextDelivery() {
        JsonNode ticket = processedImage();
        List<ObjectReference> stored = storedObjects(ticket);
        store.refusing.set(true);

        String event = tell(
                "user.deleted",
                user.sub(),
                Map.of("userId", user.sub(), "erasureId", UUID.randomUUID(), "deletedAt", Instant.now()));

        Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> !store.refusing.get());
        assertThat(rowsOf(user.sub())).as("kept erased by the refusal").isZero();
        Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> isAnswered(event));
        assertThat(stored).allSatisfy(object -> assertThat(objects.find(object)).isEmpty());
        assertThat(store.deletedInTransaction).isFalse();
    }

    private boolean isAnswered(String event) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM inbox WHERE consumer = 'personalDataEraser' AND message_key = ?)
                        """).param(event).query(Boolean.class).single();
    }

    private JsonNode processedImage() {
        JsonNode ticket = client.announce("a.jpg", "image/jpeg");
        assertThat(client.upload(ticket, SamplePictures.photo(1600, 1200))).isEqualTo(200);
        assertThat(client.finished(ticket).path("status").asString()).isEqualTo("PROCESSED");
        return ticket;
    }

    private List<ObjectReference> storedObjects(JsonNode ticket) {
        List<ObjectReference> renditions = jdbc.sql("SELECT object_key FROM rendition WHERE image_id = ?::uuid")
                .param(ticket.path("imageId").asString())
                .query((row, _) -> new ObjectReference("renditions", row.getString(1)))
                .list();
        renditions.add(new ObjectReference("uploads", ticket.path("fileKey").asString()));
        return renditions;
    }

    private long rowsOf(String userId) {
        return jdbc.sql("SELECT count(*) FROM image WHERE owner_id = ?")
                .param(userId)
                .query(Long.class)
                .single();
    }

    private boolean isStored(String userId) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM revoked_session
                                       WHERE user_key = encode(sha256(convert_to(?, 'UTF8')), 'hex'))
                        """).param(userId).query(Boolean.class).single();
    }

    private String tell(String type, String subject, Map<String, Object> data) {
        return platform.tell("images-events.fifo", "identity", type, subject, data);
    }
}
