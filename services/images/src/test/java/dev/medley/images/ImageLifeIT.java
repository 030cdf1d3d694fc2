package dev.medley.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.images.engine.SamplePictures;
import dev.medley.images.library.AbandonedWork;
import dev.medley.images.library.ImageRemoval;
import dev.medley.images.pipeline.AbandonedUploads;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of images beside being processed: timings, filters, deletion, expiry, odd notifications. */
@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ImageLifeIT {

    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectStore objects;

    @Autowired
    private MeterRegistry meters;

    private TestPlatform platform;
    private ImagesClient client;

    @BeforeEach
    void signIn(TestPlatform running) {
        platform = running;
        client = new ImagesClient(
                port, running.signedInUser(UUID.randomUUID() + "@example.com").accessToken());
    }

    @Test
    void eachStepTellsWhenItHappened() {
        double before = meters.counter("ImagesProcessed").count();

        JsonNode image = processed();

        assertThat(image.path("steps"))
                .extracting(step -> step.path("name").asString())
                .containsExactly("validation", "virus-scan", "rendering");
        assertThat(image.path("steps"))
                .extracting(step -> step.path("status").asString())
                .as("without a scanner nothing counts as scanned")
                .containsExactly("COMPLETED", "SKIPPED", "COMPLETED");
        Instant validated = Instant.parse(image.at("/steps/0/finishedAt").asString());
        Instant rendering = Instant.parse(image.at("/steps/2/startedAt").asString());
        Instant rendered = Instant.parse(image.at("/steps/2/finishedAt").asString());
        assertThat(List.of(Instant.parse(image.at("/steps/0/startedAt").asString()), validated, rendering, rendered))
                .isSorted();
        // Counted when the verdict is committed.
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(() ->
                        assertThat(meters.counter("ImagesProcessed").count()).isGreaterThan(before));
        assertThat(meters.timer("ProcessingTime").count()).isPositive();
        assertThat(meters.timer("QueueAge").count()).isPositive();
    }

    @Test
    void theListingCanBeFilteredByStatus() {
        JsonNode processed = processed();
        client.announce("waiting.png", "image/png");
        client.announce("waiting too.png", "image/png");

        assertThat(items("/images?status=PROCESSED"))
                .extracting(image -> image.path("imageId"))
                .containsExactly(processed.path("imageId"));
        assertThat(items("/images?status=UPLOADING&status=PROCESSED")).hasSize(3);
        JsonNode page =
                json.readTree(client.get("/images?status=UPLOADING&limit=1").body());
        String next = page.path("next").asString();
        assertThat(items("/images?status=UPLOADING&limit=1&cursor=" + next)).hasSize(1);
        assertThat(client.get("/images?limit=1&cursor=" + next).statusCode())
                .as("the cursor belongs to the filter")
                .isEqualTo(400);
        assertThat(client.get("/images?status=LOST").statusCode()).isEqualTo(400);
        assertThat(items("/images?status=PROCESSED,"))
                .as("an empty value is none")
                .hasSize(1);
        assertThat(items("/images?status=UPLOADING&status=")).hasSize(2);
        assertThat(items("/images?status=,")).hasSize(3);
    }

    @Test
    void aDeletedImageLeavesNeitherRowNorObject() {
        JsonNode image = processed();
        String id = image.path("imageId").asString();
        List<ObjectReference> stored =
                jdbc.sql("""
                        SELECT 'renditions' AS bucket, object_key AS key FROM rendition WHERE image_id = :id::uuid
                        UNION ALL SELECT 'uploads', upload_key FROM image WHERE id = :id::uuid
                        """).param("id", id).query(ObjectReference.class).list();
        assertThat(stored).hasSize(5);
        ImagesClient other = new ImagesClient(
                port, platform.signedInUser(UUID.randomUUID() + "@example.com").accessToken());

        assertThat(other.delete("/images/" + id).statusCode()).isEqualTo(404);
        assertThat(client.delete("/images/" + id).statusCode()).isEqualTo(204);

        assertThat(client.get("/images/" + id).statusCode()).isEqualTo(404);
        assertThat(client.delete("/images/" + id).statusCode()).isEqualTo(404);
        assertThat(stored).allSatisfy(object -> assertThat(objects.find(object)).isEmpty());
        assertThat(removals()).isZero();
    }

    @Test
    void objectsThatADeletionLeftAreRemovedLater(@Autowired ImageRemoval removal) {
        String image = "uploads/%s/%s.jpg".formatted(UUID.randomUUID(), UUID.randomUUID());
        ObjectReference original = new ObjectReference("uploads", image);
        ObjectReference rendition = new ObjectReference(
                "renditions", image.replaceFirst("^uploads/", "renditions/").replaceFirst("\\.jpg$", "/thumbnail.jpg"));
        jdbc.sql("INSERT INTO image_removal (upload_key, owner_id, removed_at) VALUES (?, 'nobody', to_timestamp(0))")
                .param(image)
                .update();
        objects.write(original, "image/jpeg", new byte[1]);
        objects.write(rendition, "image/jpeg", new byte[1]);

        removal.purge();

        assertThat(objects.find(original)).isEmpty();
        assertThat(objects.find(rendition)).isEmpty();
        assertThat(removals()).isZero();
    }

    @Test
    void anImageDeletedInTheMiddleOfTheWorkLeavesNothing() {
        JsonNode ticket = client.announce("gone.jpg", "image/jpeg");
        String id = ticket.path("imageId").asString();
        client.upload(ticket, SamplePictures.photo(4000, 3000));
        Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> !status(id).equals("UPLOADING"));

        assertThat(client.delete("/images/" + id).statusCode()).isEqualTo(204);

        String folder = ticket.path("fileKey").asString().replaceFirst("^uploads/", "renditions/");
        awaitEmptyQueue();
        for (String name : List.of("thumbnail", "800x600", "1200x900", "1920x1080")) {
            assertThat(objects.find(
                            new ObjectReference("renditions", folder.replaceFirst("\\.jpg$", "/" + name + ".jpg"))))
                    .isEmpty();
        }
        assertThat(objects.find(
                        new ObjectReference("uploads", ticket.path("fileKey").asString())))
                .isEmpty();
    }

    @Test
    void anAbandonedUploadExpiresForGood(@Autowired AbandonedUploads purge) {
        JsonNode late = client.announce("late.jpg", "image/jpeg");
        JsonNode patient = client.announce("patient.jpg", "image/jpeg");
        expireAt(late, Instant.EPOCH);

        purge.purge();

        JsonNode expired = client.finished(late);
        assertThat(expired.path("status").asString()).isEqualTo("EXPIRED");
        assertThat(expired.path("reason").asString()).isEqualTo("expired");
        assertThat(status(patient.path("imageId").asString())).isEqualTo("UPLOADING");

        assertThat(client.upload(late, SamplePictures.photo(300, 200))).isEqualTo(200);
        ObjectReference file =
                new ObjectReference("uploads", late.path("fileKey").asString());
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(() -> assertThat(objects.find(file)).isEmpty());
        assertThat(client.finished(late)).isEqualTo(expired);
    }

    @Test
    void anImageThatNoWorkerComesBackToFailsUntilItsMessageComes(@Autowired AbandonedWork purge) {
        JsonNode killed = client.announce("killed.jpg", "image/jpeg");
        JsonNode givenBack = client.announce("given back.jpg", "image/jpeg");
        JsonNode held = client.announce("held.jpg", "image/jpeg");
        Instant longAgo = Instant.now().minus(Duration.ofHours(2));
        work(killed, "RENDERING", longAgo, Instant.now());
        work(givenBack, "VALIDATING", null, longAgo);
        work(held, "RENDERING", Instant.now().minusSeconds(60), longAgo);

        purge.purge();

        assertThat(List.of(client.finished(killed), client.finished(givenBack))).allSatisfy(image -> {
            assertThat(image.path("status").asString()).isEqualTo("FAILED");
            assertThat(image.path("reason").asString()).isEqualTo("processing-failed");
        });
        assertThat(status(held.path("imageId").asString())).isEqualTo("RENDERING");

        client.upload(killed, SamplePictures.photo(900, 700));

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> status(killed.path("imageId").asString()).equals("PROCESSED"));
    }

    @Test
    void aNotificationOfAnOlderObjectIsLeftAlone() {
        JsonNode ticket = client.announce("odd.jpg", "image/jpeg");
        String id = ticket.path("imageId").asString();
        jdbc.sql("UPDATE image SET status = 'FAILED', attempts = 3, sequencer = 'FF00' WHERE id = ?::uuid")
                .param(id)
                .update();

        notify(ticket, "00FE");
        notify(ticket, "0FEFF");
        awaitEmptyQueue();

        assertThat(status(id)).isEqualTo("FAILED");
    }

    private int removals() {
        return jdbc.sql("SELECT count(*) FROM image_removal")
                .query(Integer.class)
                .single();
    }

    private JsonNode processed() {
        JsonNode ticket = client.announce("a.jpg", "image/jpeg");
        assertThat(client.upload(ticket, SamplePictures.photo(900, 700))).isEqualTo(200);
        JsonNode image = client.finished(ticket);
        assertThat(image.path("status").asString()).isEqualTo("PROCESSED");
        return image;
    }

    private JsonNode items(String path) {
        return json.readTree(client.get(path).body()).path("items");
    }

    private String status(String id) {
        return jdbc.sql("SELECT status FROM image WHERE id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();
    }

    private void work(JsonNode ticket, String status, @Nullable Instant leaseUntil, Instant updatedAt) {
        jdbc.sql("""
                        UPDATE image
                        SET status = :status, attempts = 3, lease_until = :until::timestamptz, updated_at = :updated::timestamptz
                        WHERE id = :id::uuid
                        """)
                .param("status", status)
                .param("until", leaseUntil == null ? null : leaseUntil.toString())
                .param("updated", updatedAt.toString())
                .param("id", ticket.path("imageId").asString())
                .update();
    }

    private void expireAt(JsonNode ticket, Instant time) {
        jdbc.sql("UPDATE image SET expires_at = to_timestamp(?) WHERE id = ?::uuid")
                .params(time.getEpochSecond(), ticket.path("imageId").asString())
                .update();
    }

    private void notify(JsonNode ticket, String sequencer) {
        var queues = platform.parts().queues();
        queues.client()
                .sendMessage(request -> request.queueUrl(queues.url("images-uploads"))
                        .messageBody("""
                        {"Records":[{"eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"medley-uploads"},
                        "object":{"key":"%s","size":3,"eTag":"0","sequencer":"%s"}}}]}""".formatted(ticket.path("fileKey").asString(), sequencer)));
    }

    private void awaitEmptyQueue() {
        var queues = platform.parts().queues();
        String url = queues.url("images-uploads");
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(() -> assertThat(queues.client()
                                .getQueueAttributes(request -> request.queueUrl(url)
                                        .attributeNamesWithStrings(
                                                "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"))
                                .attributesAsStrings()
                                .values())
                        .containsOnly("0"));
    }
}
