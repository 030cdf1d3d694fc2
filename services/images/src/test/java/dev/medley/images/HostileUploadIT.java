package dev.medley.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.images.engine.SamplePictures;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HostileUploadIT {

    private static final String QUEUE = "images-uploads";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectStore objects;

    private ImagesClient client;

    @BeforeEach
    void signIn(TestPlatform platform) {
        client = new ImagesClient(
                port, platform.signedInUser(UUID.randomUUID() + "@example.com").accessToken());
    }

    static Stream<Arguments> hostileFiles() {
        byte[] photo = SamplePictures.photo(1600, 1200);
        return Stream.of(
                Arguments.of("text.jpg", "image/jpeg", "no picture".getBytes(StandardCharsets.UTF_8), "not-an-image"),
                Arguments.of("half.jpg", "image/jpeg", Arrays.copyOf(photo, photo.length / 2), "truncated"),
                Arguments.of("bomb.png", "image/png", SamplePictures.blankPng(20_000, 20_000), "too-many-pixels"),
                Arguments.of("empty.jpg", "image/jpeg", new byte[0], "empty-file"),
                Arguments.of("photo.png", "image/png", photo, "type-mismatch"),
                Arguments.of("big.jpg", "image/jpeg", new byte[10_485_761], "too-large"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("hostileFiles")
    void everyHostileFileGetsItsVerdict(String name, String type, byte[] file, String reason) {
        JsonNode ticket = client.announce(name, type);
        assertThat(client.upload(ticket, file)).isEqualTo(200);

        JsonNode image = client.finished(ticket);

        assertThat(image.path("status").asString()).isEqualTo("REJECTED");
        assertThat(image.path("reason").asString()).isEqualTo(reason);
        assertThat(image.path("detail").asString()).isNotBlank();
        assertThat(image.path("renditions")).isEmpty();
    }

    @Test
    void anOverlongFileIsRemovedAlsoWhenItComesAgain() {
        JsonNode ticket = client.announce("big.jpg", "image/jpeg");
        ObjectReference file =
                new ObjectReference("uploads", ticket.path("fileKey").asString());
        client.upload(ticket, new byte[10_485_761]);
        JsonNode rejected = client.finished(ticket);
        awaitAbsent(file);

        assertThat(client.upload(ticket, SamplePictures.photo(64, 48)))
                .as("nothing lies there that the link would protect")
                .isEqualTo(200);

        awaitAbsent(file);
        assertThat(client.finished(ticket)).isEqualTo(rejected);
    }

    @Test
    void whatIsRejectedForOtherReasonsIsKept(TestPlatform platform) {
        JsonNode ticket = client.announce("text.jpg", "image/jpeg");
        client.upload(ticket, "no picture".getBytes(StandardCharsets.UTF_8));
        client.finished(ticket);

        awaitEmpty(platform);

        assertThat(objects.find(
                        new ObjectReference("uploads", ticket.path("fileKey").asString())))
                .isPresent();
    }

    @Test
    void theQueueMovesOnBehindHostileFiles() {
        JsonNode bad = client.announce("bad.jpg", "image/jpeg");
        JsonNode good = client.announce("good.jpg", "image/jpeg");
        client.upload(bad, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3});
        client.upload(good, SamplePictures.photo(900, 700));

        assertThat(client.finished(good).path("status").asString()).isEqualTo("PROCESSED");
        assertThat(client.finished(bad).path("reason").asString()).isEqualTo("corrupt");
    }

    @Test
    void repeatedAndReorderedNotificationsChangeNothing(TestPlatform platform) {
        JsonNode ticket = client.announce("once.jpg", "image/jpeg");
        client.upload(ticket, SamplePictures.photo(900, 700));
        JsonNode before = client.finished(ticket);

        String notification = """
                {"Records":[{"eventVersion":"2.1","eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"medley-uploads"},
                "object":{"key":"%s","size":3,"eTag":"0","sequencer":"%s"}}}]}""";
        String key = ticket.path("fileKey").asString();
        send(platform, notification.formatted(key, "0000000000000001"));
        send(platform, notification.formatted(key, "FFFFFFFFFFFFFFFF"));
        awaitEmpty(platform);

        JsonNode after = client.finished(ticket);
        assertThat(after.path("updatedAt")).isEqualTo(before.path("updatedAt"));
        assertThat(after.path("attempts")).isEqualTo(before.path("attempts"));
        assertThat(jdbc.sql("SELECT count(*) FROM rendition WHERE image_id = ?::uuid")
                        .param(ticket.path("imageId").asString())
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void messagesThatAreNoNotificationsGoToTheDeadLetterQueueWithTheReason(TestPlatform platform) {
        send(platform, "not json at all");
        send(platform, "{\"something\":\"else\"}");
        send(platform, "{\"Records\":[{}]}");
        send(platform, "null");
        send(platform, """
                {"Records":[{"eventName":"ObjectCreated:Put","s3":{"object":{"key":"%zz"}}}]}""");

        assertThat(deadLetters(platform, 5))
                .extracting(
                        message -> String.valueOf(message.messageAttributes().get("reason")))
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("malformed-notification"),
                        reason -> assertThat(reason).contains("malformed-notification"),
                        reason -> assertThat(reason).contains("malformed-notification"),
                        reason -> assertThat(reason).contains("malformed-notification"),
                        reason -> assertThat(reason).contains("malformed-notification"));
    }

    @Test
    void whatNobodyAnnouncedIsRemoved() {
        ObjectReference stray = new ObjectReference("uploads", "uploads/nobody/unknown.jpg");

        objects.write(stray, "image/jpeg", SamplePictures.photo(64, 48));

        awaitAbsent(stray);
    }

    private void awaitAbsent(ObjectReference object) {
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(() -> assertThat(objects.find(object)).isEmpty());
    }

    private static void send(TestPlatform platform, String body) {
        SqsClient sqs = platform.parts().queues().client();
        sqs.sendMessage(request ->
                request.queueUrl(platform.parts().queues().url(QUEUE)).messageBody(body));
    }

    private static void awaitEmpty(TestPlatform platform) {
        SqsClient sqs = platform.parts().queues().client();
        String url = platform.parts().queues().url(QUEUE);
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .untilAsserted(() -> assertThat(sqs.getQueueAttributes(request -> request.queueUrl(url)
                                        .attributeNamesWithStrings(
                                                "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"))
                                .attributesAsStrings()
                                .values())
                        .containsOnly("0"));
    }

    private static List<Message> deadLetters(TestPlatform platform, int expected) {
        SqsClient sqs = platform.parts().queues().client();
        String url = platform.parts().queues().url(QUEUE + "-dlq");
        List<Message> found = new java.util.ArrayList<>();
        Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> {
            found.addAll(sqs.receiveMessage(request -> request.queueUrl(url)
                            .messageAttributeNames("All")
                            .maxNumberOfMessages(10)
                            .waitTimeSeconds(1))
                    .messages());
            return found.size() >= expected;
        });
        return found;
    }
}
