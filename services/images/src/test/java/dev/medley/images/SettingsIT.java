package dev.medley.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.accounts.personaldata.Exports;
import dev.medley.images.scan.ScanOutcome;
import dev.medley.images.scan.VirusScanner;
import dev.medley.images.settings.PictureRemoval;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SettingsIT {

    private static final String SETTINGS = "/images/settings";
    private static final String PICTURE = "/images/settings/watermark-picture";
    private static final String JSON = "application/json";

    /** Tells whether a connection was held while it looked. */
    static final class WatchedScanner implements VirusScanner {

        private volatile int scans;
        private volatile int scansInTransactions;

        @Override
        public synchronized ScanOutcome scan(byte[] file) {
            scans++;
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                scansInTransactions++;
            }
            return ScanOutcome.SKIPPED;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Scanning {

        @Bean
        @Primary
        WatchedScanner watchedScanner() {
            return new WatchedScanner();
        }
    }

    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectStore objects;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private TestPlatform platform;
    private TestPlatform.TestUser user;
    private ImagesClient client;

    @BeforeEach
    void signIn(TestPlatform running) {
        platform = running;
        user = running.signedInUser(UUID.randomUUID() + "@example.com");
        client = new ImagesClient(port, user.accessToken());
    }

    @Test
    void unsetSettingsAreThePlatforms() {
        HttpResponse<String> response = client.get(SETTINGS);
        JsonNode settings = json.readTree(response.body());

        assertThat(response.headers().firstValue("ETag")).contains("\"0\"");
        assertThat(settings.at("/watermark/enabled").asBoolean()).isTrue();
        assertThat(settings.at("/watermark/text").asString()).isEqualTo("Processed by Medley");
        assertThat(settings.at("/watermark/position").asString()).isEqualTo("bottom-right");
        assertThat(settings.at("/watermark/font").asString()).isEqualTo("sans");
        assertThat(settings.at("/watermark/colour").asString()).isEqualTo("#FFFFFF");
        assertThat(settings.path("plainVariants").asBoolean(true)).isFalse();
    }

    @Test
    void aChangeNeedsTheVersionThatItWasMadeFrom() {
        String wanted = "{\"watermark\":{\"text\":\"© Ann {date}\",\"position\":\"top\",\"opacity\":0.8}}";

        assertThat(put(wanted).statusCode()).isEqualTo(428);
        HttpResponse<String> changed = put(wanted, "If-Match", "\"0\"");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(put(wanted, "If-Match", "\"0\"").statusCode()).isEqualTo(412);
        JsonNode settings = json.readTree(client.get(SETTINGS).body());
        assertThat(settings.at("/watermark/text").asString()).isEqualTo("© Ann {date}");
        assertThat(settings.at("/watermark/position").asString()).isEqualTo("top");
        assertThat(settings.at("/watermark/scale").asDouble()).isEqualTo(0.024);

        String tag = changed.headers().firstValue("ETag").orElseThrow();
        assertThat(json.readTree(put("{}", "If-Match", tag).body())
                        .at("/watermark/text")
                        .asString())
                .as("what is absent is the platform's again")
                .isEqualTo("Processed by Medley");
    }

    @Test
    void eachBadValueIsNamedWithItsPlace() {
        HttpResponse<String> response = put("""
                {"watermark":{"text":"two\\nlines","opacity":0,"offset":0.6,"scale":2,"colour":"red"}}""", "If-Match", "*");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json.readTree(response.body()).path("errors"))
                .extracting(error -> error.path("pointer").asString())
                .containsExactly(
                        "/watermark/colour",
                        "/watermark/offset",
                        "/watermark/opacity",
                        "/watermark/scale",
                        "/watermark/text");
        assertPointer(put("{\"watermark\":{\"position\":\"middle\"}}", "If-Match", "*"), "/watermark/position");
        assertPointer(put("{\"watermark\":{\"font\":\"comic\"}}", "If-Match", "*"), "/watermark/font");
        assertPointer(put("{\"watermark\":{\"mark\":\"picture\"}}", "If-Match", "*"), "/watermark/mark");
        assertPointer(put("{\"watermark\":{\"size\":3}}", "If-Match", "*"), "/watermark/size");
    }

    @Test
    void settingsAreFrozenIntoAnImageWhenItIsAnnounced() throws Exception {
        byte[] photo = plain(Color.DARK_GRAY);
        JsonNode ticket = announce("{\"fileName\":\"a.png\",\"fileType\":\"image/png\"}");
        put("{\"watermark\":false}", "If-Match", "*");
        client.upload(ticket, photo);

        JsonNode marked = client.finished(ticket);
        JsonNode plain = uploaded("{\"fileName\":\"a.png\",\"fileType\":\"image/png\"}", photo);

        assertThat(rendition(marked, "800x600").path("watermarked").asBoolean()).isTrue();
        assertThat(differs(picture(rendition(marked, "800x600")), Color.DARK_GRAY))
                .isTrue();
        assertThat(rendition(plain, "800x600").path("watermarked").asBoolean()).isFalse();
        assertThat(differs(picture(rendition(plain, "800x600")), Color.DARK_GRAY))
                .isFalse();
        String id = plain.path("imageId").asString();
        assertThat(json.readTree(client.get("/image?image_id=" + id).body())
                        .at("/processed_image/key")
                        .asString())
                .as("one of the ladder, although none is watermarked")
                .endsWith("/800x600.png");
    }

    @Test
    void anUploadMayWishOtherwiseAndHavePlainVariantsFromOnePass() throws Exception {
        JsonNode image = uploaded("""
                {"fileName":"a.png","fileType":"image/png","plainVariants":true,
                 "watermark":{"text":"XXXX","position":"top-left","colour":"#FF0000","opacity":1,"scale":0.2}}""", plain(Color.DARK_GRAY));

        assertThat(image.path("renditions"))
                .extracting(rendition -> rendition.path("name").asString())
                .containsExactly(
                        "thumbnail",
                        "800x600",
                        "1200x900",
                        "1920x1080",
                        "800x600-plain",
                        "1200x900-plain",
                        "1920x1080-plain");
        BufferedImage marked = picture(rendition(image, "800x600"));
        assertThat(differs(marked.getSubimage(0, 0, 400, 200), Color.DARK_GRAY)).isTrue();
        assertThat(differs(marked.getSubimage(400, 300, 400, 300), Color.DARK_GRAY))
                .isFalse();
        assertThat(differs(picture(rendition(image, "800x600-plain")), Color.DARK_GRAY))
                .isFalse();
    }

    @Test
    void aPictureMarksUntilItsImagesAreGone() throws Exception {
        byte[] logo = plain(Color.GREEN);
        assertThat(client.put(PICTURE, "image/png", "no picture".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.put(PICTURE, "image/gif", logo).statusCode()).isEqualTo(415);
        assertThat(client.put(PICTURE, "image/png", new byte[1_048_577]).statusCode())
                .isEqualTo(413);
        HttpResponse<String> stored = client.put(PICTURE, "image/png", logo);
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        JsonNode settings = json.readTree(stored.body());
        assertThat(client.download(URI.create(settings.at("/picture/url").asString())))
                .isEqualTo(logo);
        ObjectReference first = storedPicture();
        put(
                "{\"watermark\":{\"mark\":\"picture\",\"scale\":0.5,\"opacity\":1,\"position\":\"center\"}}",
                "If-Match",
                "*");

        JsonNode ticket = announce("{\"fileName\":\"a.png\",\"fileType\":\"image/png\"}");
        assertThat(client.put(PICTURE, "image/png", plain(Color.BLUE)).statusCode())
                .isEqualTo(200);
        client.upload(ticket, plain(Color.DARK_GRAY));

        JsonNode image = client.finished(ticket);
        assertThat(new Color(picture(rendition(image, "800x600")).getRGB(400, 300)))
                .as("the picture that the image was announced with")
                .isEqualTo(Color.GREEN);
        assertThat(objects.find(first)).isPresent();
        assertThat(client.delete(PICTURE).statusCode()).isEqualTo(204);
        assertThat(json.readTree(client.get(SETTINGS).body()).path("picture").isObject())
                .isFalse();
        assertThat(uploaded("{\"fileName\":\"b.png\",\"fileType\":\"image/png\"}", plain(Color.DARK_GRAY))
                        .path("status")
                        .asString())
                .as("settings without their picture still work")
                .isEqualTo("PROCESSED");
        JsonNode faint = uploaded(
                "{\"fileName\":\"c.png\",\"fileType\":\"image/png\",\"watermark\":{\"opacity\":0.3}}",
                plain(Color.DARK_GRAY));
        assertThat(faint.path("status").asString())
                .as("who asks for another member does not ask for the picture")
                .isEqualTo("PROCESSED");
        assertThat(rendition(faint, "800x600").path("watermarked").asBoolean()).isTrue();
        assertPointer(client.post("/upload", """
                {"fileName":"d.png","fileType":"image/png","watermark":{"mark":"picture"}}"""), "/watermark/mark");
    }

    @Test
    void aPictureOutlivesARemovalThatIsNotCommitted() throws Exception {
        client.put(PICTURE, "image/png", plain(Color.GREEN));
        ObjectReference picture = storedPicture();
        refuseCommits();
        try {
            assertThat(client.delete(PICTURE).statusCode()).isEqualTo(500);
            assertThat(client.put(PICTURE, "image/png", plain(Color.BLUE)).statusCode())
                    .isEqualTo(500);
        } finally {
            jdbc.sql("DROP FUNCTION refuse() CASCADE").update();
        }

        assertThat(storedPicture()).isEqualTo(picture);
        assertThat(objects.find(picture)).isPresent();
        assertThat(client.delete(PICTURE).statusCode()).isEqualTo(204);
        assertThat(objects.find(picture)).isEmpty();
    }

    @Test
    void aPictureThatARemovalLeftGoesLaterUnlessItIsWantedAgain(@Autowired PictureRemoval removal) throws Exception {
        client.put(PICTURE, "image/png", plain(Color.GREEN));
        ObjectReference own = storedPicture();
        ObjectReference left = new ObjectReference("uploads", "watermarks/" + user.sub() + "/left");
        objects.write(left, "image/png", new byte[1]);
        for (ObjectReference picture : List.of(own, left)) {
            jdbc.sql("INSERT INTO watermark_picture_removal VALUES (?, ?, to_timestamp(0))")
                    .params(user.sub(), picture.key().replaceFirst(".*/", ""))
                    .update();
        }

        removal.purge();

        assertThat(objects.find(left)).isEmpty();
        assertThat(objects.find(own)).isPresent();
        assertThat(jdbc.sql("SELECT count(*) FROM watermark_picture_removal")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anAnnouncementWaitsForAPictureThatIsBeingRemoved() throws Exception {
        client.put(PICTURE, "image/png", plain(Color.GREEN));

        CompletableFuture<HttpResponse<String>> announced = transaction.execute(_ -> {
            jdbc.sql("UPDATE settings SET picture_sha256 = NULL WHERE user_id = ?")
                    .param(user.sub())
                    .update();
            CompletableFuture<HttpResponse<String>> waiting =
                    CompletableFuture.supplyAsync(() -> client.post("/upload", """
                    {"fileName":"a.png","fileType":"image/png","watermark":{"mark":"picture"}}"""));
            Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> waiting.isDone() || isWaitedFor("FOR SHARE"));
            return waiting;
        });

        assertPointer(announced.join(), "/watermark/mark");
    }

    @Test
    void aPictureIsJudgedBeforeATransaction(@Autowired WatchedScanner scanner) throws Exception {
        assertThat(client.put(PICTURE, "image/png", plain(Color.GREEN)).statusCode())
                .isEqualTo(200);

        assertThat(scanner.scans).isPositive();
        assertThat(scanner.scansInTransactions).isZero();
    }

    @Test
    void settingsLeaveWithTheAccountAndAreExported() throws Exception {
        client.put(PICTURE, "image/png", plain(Color.GREEN));
        String exportId = UUID.randomUUID().toString();
        tell("user.export-requested", Map.of("exportId", exportId, "userId", user.sub(), "requestedAt", Instant.now()));
        ObjectReference part = Exports.part(exportId, "images");
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> objects.find(part).isPresent());
        JsonNode export = json.readTree(objects.read(part)).path("settings");
        assertThat(export.at("/watermarkPicture/contentType").asString()).isEqualTo("image/png");
        ObjectReference picture = storedPicture();
        assertThat(objects.find(picture)).isPresent();

        tell("user.deleted", Map.of("userId", user.sub(), "erasureId", UUID.randomUUID(), "deletedAt", Instant.now()));

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(() -> assertThat(objects.find(picture)).isEmpty());
    }

    private ObjectReference storedPicture() {
        String sha256 =
                json.readTree(client.get(SETTINGS).body()).at("/picture/sha256").asString();
        return new ObjectReference("uploads", "watermarks/" + user.sub() + "/" + sha256);
    }

    /** What fails a commit when all its statements went well. */
    private void refuseCommits() {
        jdbc.sql("""
                        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'refused'; END $$
                        """).update();
        jdbc.sql("""
                        CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE ON settings DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW WHEN (NEW.user_id = '%s') EXECUTE FUNCTION refuse()
                        """.formatted(user.sub())).update();
    }

    private boolean isWaitedFor(String lock) {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE ?")
                        .param("%" + lock)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private HttpResponse<String> put(String body, String... headers) {
        return client.put(SETTINGS, JSON, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private JsonNode announce(String body) {
        return json.readTree(client.post("/upload", body).body());
    }

    private JsonNode uploaded(String body, byte[] file) {
        JsonNode ticket = announce(body);
        assertThat(client.upload(ticket, file)).isEqualTo(200);
        return client.finished(ticket);
    }

    private void assertPointer(HttpResponse<String> response, String pointer) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(json.readTree(response.body()).at("/errors/0/pointer").asString())
                .as(response.body())
                .isEqualTo(pointer);
    }

    private void tell(String type, Map<String, Object> data) {
        platform.tell("images-events.fifo", "identity", type, user.sub(), data);
    }

    private static JsonNode rendition(JsonNode image, String name) {
        for (JsonNode rendition : image.path("renditions")) {
            if (rendition.path("name").asString().equals(name)) {
                return rendition;
            }
        }
        throw new AssertionError("no rendition " + name + " in " + image);
    }

    private BufferedImage picture(JsonNode rendition) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(
                client.download(URI.create(rendition.path("url").asString()))));
    }

    private static boolean differs(BufferedImage picture, Color ground) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (new Color(picture.getRGB(x, y)).getRed() != ground.getRed()
                        || new Color(picture.getRGB(x, y)).getGreen() != ground.getGreen()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] plain(Color colour) throws IOException {
        BufferedImage picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 800, 600);
        graphics.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", file);
        return file.toByteArray();
    }
}
