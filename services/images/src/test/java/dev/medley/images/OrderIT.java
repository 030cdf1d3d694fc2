package dev.medley.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.images.engine.ImageEngine;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.OutputFormat;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.Rendition;
import dev.medley.images.engine.RenditionSpec;
import dev.medley.images.engine.SamplePictures;
import dev.medley.images.library.AbandonedWork;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "medley.images.max-renditions=6")
class OrderIT {

    /** Tells whether a connection was held while it rendered, and has accidents. */
    static final class WatchedEngine implements ImageEngine {

        private final ImageEngine engine;
        private final Map<String, Runnable> accidents = new ConcurrentHashMap<>();
        private volatile boolean usedInTransaction;

        WatchedEngine(ImageEngine engine) {
            this.engine = engine;
        }

        @Override
        public String name() {
            return engine.name();
        }

        @Override
        public Set<OutputFormat> formats() {
            return engine.formats();
        }

        @Override
        public List<Rendition> render(byte[] file, ImageHeader header, List<RenditionSpec> specs)
                throws RejectedImageException {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                usedInTransaction = true;
            }
            specs.forEach(spec -> accidents.getOrDefault(spec.name(), () -> {}).run());
            return engine.render(file, header, specs);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Watching {

        @Bean
        @Primary
        WatchedEngine watchedEngine(@Qualifier("imageEngine") ImageEngine engine) {
            return new WatchedEngine(engine);
        }
    }

    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectStore objects;

    private TestPlatform platform;
    private ImagesClient client;

    @BeforeEach
    void signIn(TestPlatform running) {
        platform = running;
        client = new ImagesClient(
                port, running.signedInUser(UUID.randomUUID() + "@example.com").accessToken());
    }

    @Test
    void anOrderedRenditionIsMadeAsItWasOrdered() throws Exception {
        String id = processed();

        HttpResponse<String> ordered = order(id, """
                {"name":"square","width":200,"height":200,"fit":"fill","gravity":"left","format":"png","watermark":false}""");

        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);
        assertThat(ordered.headers().firstValue("Location")).contains("/images/" + id);
        JsonNode rendition = made(id, "square");
        assertThat(rendition.path("contentType").asString()).isEqualTo("image/png");
        assertThat(rendition.path("watermarked").asBoolean()).isFalse();
        byte[] content = client.download(URI.create(rendition.path("url").asString()));
        assertThat(content).hasSize(rendition.path("bytes").asInt());
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(content));
        assertThat(picture.getWidth()).isEqualTo(200);
        assertThat(picture.getHeight()).isEqualTo(200);
        assertThat(find(id).path("status").asString()).isEqualTo("PROCESSED");
        assertThat(find(id).path("ordered")).isEmpty();
    }

    @Test
    void noTransactionWaitsForARendition(@Autowired WatchedEngine engine) {
        String id = processed();
        order(id, "{\"width\":100,\"height\":80}");

        made(id, "fit-100x80");

        assertThat(engine.usedInTransaction).isFalse();
    }

    @Test
    void ordersAreNamedCountedAndKeptApart() {
        String id = processed();
        String body = "{\"width\":100,\"height\":80}";

        assertThat(json.readTree(order(id, body).body()).path("name").asString())
                .isEqualTo("fit-100x80");
        made(id, "fit-100x80");
        assertThat(order(id, "{\"name\":\"fit-100x80\",\"width\":9,\"height\":9}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(order(id, "{\"name\":\"thumbnail\",\"width\":9,\"height\":9}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(json.readTree(order(id, body).body()).path("name").asString())
                .isEqualTo("fit-100x80-2");
        assertThat(order(id, body).statusCode()).as("two are enough here").isEqualTo(409);
        assertThat(made(id, "fit-100x80-2").path("watermarked").asBoolean()).isTrue();
    }

    @Test
    void whatCannotBeMadeIsRefusedWithItsPlace() {
        String id = processed();

        assertPointers(order(id, "{\"width\":0,\"height\":5000}"), "/height", "/width");
        assertPointers(order(id, "{\"width\":9,\"height\":9,\"fit\":\"stretch\"}"), "/fit");
        assertPointers(order(id, "{\"width\":9,\"height\":9,\"quality\":101}"), "/quality");
        assertPointers(order(id, "{\"width\":9,\"height\":9,\"name\":\"8up\"}"), "/name");
        assertPointers(order(id, "{\"width\":9,\"height\":9,\"watermark\":{\"mark\":\"picture\"}}"), "/watermark/mark");
        assertPointers(order(id, "{}"), "/height", "/width");
    }

    @Test
    void onlyTheOwnerOrdersAndOnlyOfProcessedImages() {
        String waiting = client.announce("a.jpg", "image/jpeg").path("imageId").asString();
        ImagesClient other = new ImagesClient(
                port, platform.signedInUser(UUID.randomUUID() + "@example.com").accessToken());
        String body = "{\"width\":100,\"height\":80}";

        assertThat(order(waiting, body).statusCode()).isEqualTo(409);
        assertThat(other.post("/images/" + waiting + "/renditions", body).statusCode())
                .isEqualTo(404);
    }

    @Test
    void oneKeyIsOneOrderAndARepeatedMessageChangesNothing() {
        String id = processed();
        String key = UUID.randomUUID().toString();
        String body = "{\"width\":100,\"height\":80}";
        String path = "/images/" + id + "/renditions";

        HttpResponse<String> first = client.post(path, body, "Idempotency-Key", key);
        HttpResponse<String> second = client.post(path, body, "Idempotency-Key", key);

        assertThat(second.body()).isEqualTo(first.body());
        made(id, "fit-100x80");
        JsonNode before = find(id).path("updatedAt");
        UUID order = UUID.randomUUID();
        tell(order, id, uploadKey(id));
        awaitHandled();
        assertThat(find(id).path("updatedAt")).isEqualTo(before);
        assertThat(find(id).path("renditions")).hasSize(5);
        assertThat(client.download(URI.create(made(id, "fit-100x80").path("url").asString())))
                .as("an order that is done removes nothing")
                .hasSize(made(id, "fit-100x80").path("bytes").asInt());
    }

    @Test
    void anOrderWhoseWorkersDiedIsTakenOverAndGivenUpInTheEnd() {
        String id = processed();
        UUID order = UUID.randomUUID();
        insert(order, id, "lost", "RENDERING", 3, Instant.now());

        tell(order, id, uploadKey(id));

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(() ->
                        assertThat(find(id).at("/ordered/0/status").asString()).isEqualTo("FAILED"));
        assertThat(find(id).at("/ordered/0/reason").asString()).isEqualTo("processing-failed");
    }

    @Test
    void anOrderThatNoWorkerComesBackToFails(@Autowired AbandonedWork purge) {
        String id = processed();
        insert(UUID.randomUUID(), id, "held", "RENDERING", 1, Instant.now().minusSeconds(60));
        insert(UUID.randomUUID(), id, "lost", "RENDERING", 1, Instant.now().minus(Duration.ofHours(2)));
        long version = version(id);

        purge.purge();

        assertThat(find(id).path("ordered"))
                .extracting(order -> order.path("status").asString())
                .containsExactly("RENDERING", "FAILED");
        assertThat(find(id).at("/ordered/1/reason").asString()).isEqualTo("processing-failed");
        assertThat(version(id)).as("who watches the image sees it").isGreaterThan(version);
    }

    @Test
    void aFailedOrderGivesItsNameAndItsPlaceFree() {
        String id = processed();
        insert(UUID.randomUUID(), id, "square", "FAILED", 3, Instant.now());
        insert(UUID.randomUUID(), id, "banner", "FAILED", 3, Instant.now());

        HttpResponse<String> again = order(id, "{\"name\":\"square\",\"width\":90,\"height\":90}");

        assertThat(again.statusCode()).as(again.body()).isEqualTo(202);
        made(id, "square");
        assertThat(find(id).path("ordered"))
                .extracting(order -> order.path("name").asString())
                .containsExactly("banner");
        assertThat(order(id, "{\"width\":90,\"height\":90}").statusCode()).isEqualTo(202);
        assertThat(order(id, "{\"width\":90,\"height\":90}").statusCode())
                .as("two that did not fail are enough here")
                .isEqualTo(409);
    }

    @Test
    void anObjectOfAnImageThatWasDeletedMeanwhileGoesWithTheNextDelivery() {
        String id = processed();
        String uploadKey = uploadKey(id);
        ObjectReference late = rendition(uploadKey, "square");
        assertThat(client.delete("/images/" + id).statusCode()).isEqualTo(204);
        objects.write(late, "image/jpeg", new byte[1]);

        tell(UUID.randomUUID(), id, uploadKey);

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(() -> assertThat(objects.find(late)).isEmpty());
    }

    @Test
    void anObjectOfAnImageThatIsDeletedDuringTheLastAttemptGoesWithIt(@Autowired WatchedEngine engine) {
        String id = processed();
        String uploadKey = uploadKey(id);
        ObjectReference late = rendition(uploadKey, "last");
        UUID order = UUID.randomUUID();
        insert(order, id, "last", "ORDERED", 2, Instant.now());
        CompletableFuture<Integer> deleted = new CompletableFuture<>();
        engine.accidents.put("last", () -> {
            deleted.complete(client.delete("/images/" + id).statusCode());
            objects.write(late, "image/jpeg", new byte[1]);
            throw new IllegalStateException("an accident");
        });

        tell(order, id, uploadKey);

        assertThat(deleted.orTimeout(TestPlatform.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .join())
                .isEqualTo(204);
        awaitHandled();
        assertThat(objects.find(late)).isEmpty();
    }

    @Test
    void anOrderThatTakesMoreMemoryThanThereIsFailsWithItsReason() {
        JsonNode ticket = client.announce("large.png", "image/png");
        client.upload(ticket, SamplePictures.blankPng(7_000, 7_000, 8));
        JsonNode image = client.finished(ticket);
        assertThat(image.path("status").asString()).as(image.toString()).isEqualTo("PROCESSED");
        String id = image.path("imageId").asString();

        assertThat(order(id, "{\"width\":4096,\"height\":4096}").statusCode()).isEqualTo(202);

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(() ->
                        assertThat(find(id).at("/ordered/0/status").asString()).isEqualTo("FAILED"));
        assertThat(find(id).at("/ordered/0/reason").asString()).isEqualTo("rendition-too-large");
    }

    @Test
    void theStreamGoesOnUntilTheOrderIsMade() {
        String id = processed();
        order(id, "{\"width\":100,\"height\":80}");

        try (Stream<String> events = client.events(id)) {
            String last = events.filter(line -> line.startsWith("data:{"))
                    .reduce((_, next) -> next)
                    .orElseThrow();
            assertThat(json.readTree(last.substring(5)).path("renditions")).hasSize(5);
        }
    }

    private String processed() {
        JsonNode ticket = client.announce("a.jpg", "image/jpeg");
        assertThat(client.upload(ticket, SamplePictures.photo(900, 700))).isEqualTo(200);
        assertThat(client.finished(ticket).path("status").asString()).isEqualTo("PROCESSED");
        return ticket.path("imageId").asString();
    }

    private HttpResponse<String> order(String id, String body) {
        return client.post("/images/" + id + "/renditions", body);
    }

    private JsonNode find(String id) {
        return json.readTree(client.get("/images/" + id).body());
    }

    private JsonNode made(String id, String name) {
        return Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(
                        () -> {
                            for (JsonNode rendition : find(id).path("renditions")) {
                                if (rendition.path("name").asString().equals(name)) {
                                    return rendition;
                                }
                            }
                            return json.createObjectNode().nullNode();
                        },
                        JsonNode::isObject);
    }

    private void insert(UUID order, String image, String name, String status, int attempts, Instant leaseUntil) {
        jdbc.sql("""
                        INSERT INTO rendition_order (id, image_id, name, spec, status, attempts, lease_until, created_at)
                        VALUES (:id, :image::uuid, :name, '{"width":9,"height":9,"fit":"fit","gravity":"center",
                        "quality":85,"watermark":{"enabled":false,"mark":"text","text":"x","position":"top","offset":0,
                        "opacity":1,"scale":0.1,"colour":"#000000","font":"sans"}}', :status, :attempts, :until, now())
                        """)
                .param("id", order)
                .param("image", image)
                .param("name", name)
                .param("status", status)
                .param("attempts", attempts)
                .param("until", leaseUntil.atOffset(ZoneOffset.UTC))
                .update();
    }

    private long version(String id) {
        return jdbc.sql("SELECT version FROM image WHERE id = ?::uuid")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static ObjectReference rendition(String uploadKey, String name) {
        return new ObjectReference(
                "renditions",
                uploadKey.replaceFirst("^uploads/", "renditions/").replaceFirst("\\.jpg$", "/" + name + ".jpg"));
    }

    private String uploadKey(String id) {
        return jdbc.sql("SELECT upload_key FROM image WHERE id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();
    }

    private void tell(UUID order, String imageId, String uploadKey) {
        platform.tell(
                "images-renditions.fifo",
                "images",
                "rendition.requested",
                order.toString(),
                Map.of("orderId", order, "imageId", imageId, "uploadKey", uploadKey));
    }

    private void awaitHandled() {
        Awaitility.await().atMost(TestPlatform.PATIENCE).until(this::isHandled);
    }

    private boolean isHandled() {
        var queues = platform.parts().queues();
        return queues
                .client()
                .getQueueAttributes(request -> request.queueUrl(queues.url("images-renditions.fifo"))
                        .attributeNamesWithStrings(
                                "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"))
                .attributesAsStrings()
                .values()
                .stream()
                .allMatch("0"::equals);
    }

    private void assertPointers(HttpResponse<String> response, String... pointers) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(json.readTree(response.body()).path("errors"))
                .extracting(error -> error.path("pointer").asString())
                .containsExactly(pointers);
    }
}
