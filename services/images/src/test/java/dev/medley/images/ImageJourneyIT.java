package dev.medley.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.jpeg.JpegDirectory;
import dev.medley.images.engine.SamplePictures;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ImageJourneyIT {

    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    private ImagesClient client;
    private TestPlatform.TestUser user;

    @BeforeEach
    void signIn(TestPlatform platform) {
        user = platform.signedInUser(UUID.randomUUID() + "@example.com");
        client = new ImagesClient(port, user.accessToken());
    }

    @Test
    void anUploadedPhotoBecomesRenditionsWithWorkingLinks() throws Exception {
        byte[] photo = SamplePictures.photo(2400, 1800);
        JsonNode ticket = client.announce("holiday.jpg", "image/jpeg", photo.length);
        assertThat(ticket.path("fileKey").asString()).startsWith("uploads/" + user.sub() + "/");
        assertThat(ticket.path("expiresIn").asInt()).isEqualTo(900);

        assertThat(client.upload(ticket, photo)).isEqualTo(200);
        JsonNode image = client.finished(ticket);

        assertThat(image.path("status").asString()).isEqualTo("PROCESSED");
        assertThat(image.path("width").asInt()).isEqualTo(2400);
        assertThat(image.path("renditions"))
                .extracting(rendition -> rendition.path("name").asString())
                .containsExactly("thumbnail", "800x600", "1200x900", "1920x1080");
        for (JsonNode rendition : image.path("renditions")) {
            byte[] content = client.download(URI.create(rendition.path("url").asString()));
            assertThat(content).hasSize(rendition.path("bytes").asInt());
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                    .isEqualTo(rendition.path("sha256").asString());
            JpegDirectory jpeg = ImageMetadataReader.readMetadata(new ByteArrayInputStream(content))
                    .getFirstDirectoryOfType(JpegDirectory.class);
            assertThat(jpeg.getImageWidth()).isEqualTo(rendition.path("width").asInt());
            assertThat(jpeg.getDescription(JpegDirectory.TAG_COMPRESSION_TYPE)).contains("Progressive");
        }

        JsonNode legacy = json.readTree(client.get("/image?extension=jpg&image_id="
                        + ticket.path("imageId").asString())
                .body());
        assertThat(legacy.path("user_id").asString()).isEqualTo(user.sub());
        assertThat(legacy.at("/processed_image/key").asString()).endsWith("1920x1080.jpg");
        assertThat(legacy.at("/processed_image/expires_in").asString()).isEqualTo("1 hour");
        assertThat(client.download(
                        URI.create(legacy.at("/processed_image/download_url").asString())))
                .isNotEmpty();
    }

    @Test
    void aLinkTakesOneFileOfTheAnnouncedLength() {
        byte[] photo = SamplePictures.photo(300, 200);
        JsonNode ticket = client.announce("a.jpg", "image/jpeg", photo.length);

        assertThat(client.upload(ticket, SamplePictures.photo(400, 300))).isEqualTo(403);
        assertThat(client.upload(ticket, photo)).isEqualTo(200);
        assertThat(client.upload(ticket, photo)).isEqualTo(412);
    }

    @Test
    void anotherUsersImageIsAsGoodAsAbsent(TestPlatform platform) {
        JsonNode ticket = client.announce("mine.jpg", "image/jpeg");
        String id = ticket.path("imageId").asString();
        ImagesClient other = new ImagesClient(
                port, platform.signedInUser(UUID.randomUUID() + "@example.com").accessToken());

        for (String path : new String[] {"/images/" + id, "/image?image_id=" + id}) {
            HttpResponse<String> response = other.get(path);
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
        }
        assertThat(json.readTree(other.get("/images").body()).path("items")).isEmpty();
    }

    @Test
    void theListingGoesPageByPageFromTheNewest() {
        for (int number = 1; number <= 5; number++) {
            client.announce(number + ".png", "image/png");
        }

        JsonNode first = json.readTree(client.get("/images?limit=2").body());
        JsonNode second = json.readTree(
                client.get("/images?limit=2&cursor=" + first.path("next").asString())
                        .body());
        JsonNode third = json.readTree(
                client.get("/images?limit=2&cursor=" + second.path("next").asString())
                        .body());

        assertThat(first.path("items"))
                .extracting(image -> image.path("fileName").asString())
                .containsExactly("5.png", "4.png");
        assertThat(second.path("items"))
                .extracting(image -> image.path("fileName").asString())
                .containsExactly("3.png", "2.png");
        assertThat(third.path("items"))
                .extracting(image -> image.path("fileName").asString())
                .containsExactly("1.png");
        assertThat(third.path("next").isNull() || third.path("next").isMissingNode())
                .isTrue();
        assertThat(client.get("/images?cursor=AAAA").statusCode()).isEqualTo(400);
    }

    @Test
    void announcementsOfTheWrongKindAreRefused() {
        assertProblem(client.post("/upload", "{}"), 400, "invalid-request");
        assertProblem(
                client.post("/upload", "{\"fileName\":\"a.svg\",\"fileType\":\"image/svg+xml\"}"),
                400,
                "unsupported-image-type");
        assertProblem(
                client.post("/upload", "{\"fileName\":\"a.jpg\",\"fileType\":\"image/jpeg\",\"fileSize\":10485761}"),
                413,
                "image-too-large");
        assertProblem(
                client.post("/upload", "{\"fileName\":\"a.jpg\",\"fileType\":\"image/jpeg\",\"owner\":\"x\"}"),
                400,
                "invalid-request");
        assertProblem(client.get("/image"), 400, "invalid-request");
        assertProblem(client.get("/images/not-a-uuid"), 400, "invalid-request");
    }

    @Test
    void aRepeatedAnnouncementUnderOneKeyIsOneImage() {
        String body = "{\"fileName\":\"once.jpg\",\"fileType\":\"image/jpeg\"}";
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = client.post("/upload", body, "Idempotency-Key", key);
        HttpResponse<String> second = client.post("/upload", body, "Idempotency-Key", key);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(json.readTree(client.get("/images").body()).path("items")).hasSize(1);
    }

    private void assertProblem(HttpResponse<String> response, int status, String code) {
        JsonNode problem = json.readTree(response.body());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("error").asString())
                .isEqualTo(problem.path("detail").asString());
    }
}
