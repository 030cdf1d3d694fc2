package dev.medley.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.images.engine.SamplePictures;
import dev.medley.images.scan.FakeClamd;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The pipeline with a virus scanner. Its context ends with it, so that no other test's uploads come here. */
@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class ScanIT {

    private static final FakeClamd CLAMD = new FakeClamd();

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectStore objects;

    private ImagesClient client;

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry registry) {
        registry.add("medley.images.scanner.address", CLAMD::address);
    }

    @AfterAll
    static void stop() {
        CLAMD.close();
    }

    @BeforeEach
    void signIn(TestPlatform platform) {
        CLAMD.answerOnce("");
        client = new ImagesClient(
                port, platform.signedInUser(UUID.randomUUID() + "@example.com").accessToken());
    }

    @Test
    void anInfectedPictureIsRejected() {
        ByteArrayOutputStream infected = new ByteArrayOutputStream();
        infected.writeBytes(SamplePictures.photo(640, 480));
        infected.writeBytes(FakeClamd.EICAR.getBytes(StandardCharsets.ISO_8859_1));
        JsonNode ticket = client.announce("virus.jpg", "image/jpeg");
        client.upload(ticket, infected.toByteArray());

        JsonNode image = client.finished(ticket);

        assertThat(image.path("status").asString()).isEqualTo("REJECTED");
        assertThat(image.path("reason").asString()).isEqualTo("infected");
        assertThat(image.at("/steps/1/name").asString()).isEqualTo("virus-scan");
        assertThat(image.at("/steps/1/status").asString()).isEqualTo("REJECTED");
        assertThat(image.at("/steps/2/status").asString()).isEqualTo("PENDING");
        ObjectReference file =
                new ObjectReference("uploads", ticket.path("fileKey").asString());
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(() ->
                        assertThat(objects.find(file)).as("malware is not kept").isEmpty());
    }

    @Test
    void noVerdictIsTriedAgainAndNeverCountsAsPassed() {
        CLAMD.answerOnce("stream: engine reload ERROR");
        JsonNode ticket = client.announce("later.jpg", "image/jpeg");
        client.upload(ticket, SamplePictures.photo(640, 480));

        JsonNode image = client.finished(ticket);
        assertThat(image.path("status").asString()).isEqualTo("PROCESSED");
        assertThat(image.path("attempts").asInt()).isEqualTo(2);
        assertThat(image.at("/steps/1/status").asString()).isEqualTo("COMPLETED");
    }
}
