package dev.medley.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.images.engine.SamplePictures;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"medley.images.watch.heartbeat=300ms", "medley.images.watch.streams-per-user=2"})
class EventStreamIT {

    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

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
    void aStreamTellsTheStateAtOnceAndEndsWithTheLast() {
        JsonNode ticket = client.announce("a.jpg", "image/jpeg");
        List<String> states = new ArrayList<>();

        try (Stream<String> events = client.events(ticket.path("imageId").asString())) {
            events.filter(line -> line.startsWith("data:{")).forEach(line -> {
                String status = json.readTree(line.substring(5)).path("status").asString();
                if (states.isEmpty()) {
                    client.upload(ticket, SamplePictures.photo(900, 700));
                }
                states.add(status);
            });
        }

        assertThat(states).startsWith("UPLOADING").endsWith("PROCESSED").doesNotHaveDuplicates();
    }

    @Test
    void aChangeByAnotherInstanceIsSeenAndSilenceIsFilled() {
        JsonNode ticket = client.announce("a.jpg", "image/jpeg");
        UUID id = UUID.fromString(ticket.path("imageId").asString());

        try (Stream<String> events = client.events(id)) {
            Iterator<String> lines = events.iterator();
            awaitLine(lines, "event:image");
            awaitLine(lines, ":alive");
            jdbc.sql("UPDATE image SET status = 'EXPIRED', version = version + 1 WHERE id = ?")
                    .param(id)
                    .update();
            awaitLine(lines, "event:image");
            while (lines.hasNext()) {
                assertThat(lines.next()).doesNotContain("event:");
            }
        }
    }

    @Test
    void aDeletionEndsTheStream() {
        JsonNode ticket = client.announce("a.jpg", "image/jpeg");
        String id = ticket.path("imageId").asString();

        try (Stream<String> events = client.events(id)) {
            Iterator<String> lines = events.iterator();
            awaitLine(lines, "event:image");
            client.delete("/images/" + id);
            awaitLine(lines, "event:deleted");
        }
    }

    @Test
    void theEndOfTheSessionEndsTheStream() {
        JsonNode ticket = client.announce("a.jpg", "image/jpeg");

        try (Stream<String> events = client.events(ticket.path("imageId").asString())) {
            Iterator<String> lines = events.iterator();
            awaitLine(lines, "event:image");
            platform.tell(
                    "images-events.fifo",
                    "identity",
                    "user.sessions-revoked",
                    user.sub(),
                    Map.of("userId", user.sub(), "revokedAt", "2100-01-01T00:00:00Z"));
            awaitLine(lines, "event:expired");
        }
    }

    @Test
    void aUserHasFewStreamsAndNobodyElsesImages() {
        String id = client.announce("a.jpg", "image/jpeg").path("imageId").asString();
        ImagesClient other = new ImagesClient(
                port, platform.signedInUser(UUID.randomUUID() + "@example.com").accessToken());

        assertThat(other.get("/images/" + id + "/events").statusCode()).isEqualTo(404);
        try (Stream<String> first = client.events(id);
                Stream<String> second = client.events(id)) {
            awaitLine(first.iterator(), "event:image");
            awaitLine(second.iterator(), "event:image");
            assertThat(client.get("/images/" + id + "/events").statusCode()).isEqualTo(429);
        }
    }

    private static void awaitLine(Iterator<String> lines, String wanted) {
        while (lines.hasNext()) {
            if (lines.next().startsWith(wanted)) {
                return;
            }
        }
        throw new AssertionError("the stream ended before " + wanted);
    }
}
