package dev.medley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.contracts.QueueDefinition;
import dev.medley.contracts.Queues;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import dev.medley.testing.TestPlatform.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the platform is told of changes, whoever subscribes to it. */
@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PublishedEventsIT {

    private static final String QUEUE = "images-events.fifo";

    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    @TestConfiguration
    static class Subscriptions {

        /** The queues as they are, with one that hears of everything. */
        @Bean
        Queues queues() {
            return new Queues(Queues.load().queues().stream()
                    .map(queue -> queue.name().equals(QUEUE) ? hearing(queue) : queue)
                    .toList());
        }

        private static QueueDefinition hearing(QueueDefinition queue) {
            List<String> types = Stream.concat(
                            queue.subscriptions().stream(), Stream.of("user.updated", "user.sessions-revoked"))
                    .distinct()
                    .toList();
            return new QueueDefinition(
                    queue.name(),
                    queue.consumer(),
                    types,
                    queue.objectCreated(),
                    queue.visibilitySeconds(),
                    queue.maxReceives());
        }
    }

    @Test
    void everyChangeIsToldOnceAndInOrder(TestPlatform platform) {
        IdentityClient client = new IdentityClient(port);
        TestUser admin = TestRoles.signedIn(platform, "admin");
        TestUser user = platform.signedInUser("told-" + UUID.randomUUID() + "@example.com");
        String path = "/users/" + user.sub();
        client.call("GET", "/users/me", user.accessToken(), "");
        client.call("PATCH", "/users/me", user.accessToken(), "{\"firstName\":\"Anna\"}", "If-Match", "*");
        client.call("PATCH", "/users/me", user.accessToken(), "{\"firstName\":\"Lost\"}", "If-Match", "\"77\"");
        client.call("PATCH", path, admin.accessToken(), "{\"lastName\":\"Berg\"}", "If-Match", "*");
        client.call("PUT", path + "/roles", admin.accessToken(), "{\"roles\":[]}");
        client.call("POST", path + "/disable", admin.accessToken(), "");
        client.call("POST", path + "/disable", admin.accessToken(), "");
        client.call("POST", path + "/enable", admin.accessToken(), "");

        List<JsonNode> events = published(platform, user.sub(), 8);
        assertThat(events)
                .extracting(event -> event.path("type").asString())
                .containsExactly(
                        "user.confirmed",
                        "user.updated",
                        "user.updated",
                        "user.sessions-revoked",
                        "user.updated",
                        "user.sessions-revoked",
                        "user.sessions-revoked",
                        "user.updated");
        assertThat(events.get(1).at("/data/firstName").asString()).isEqualTo("Anna");
        assertThat(events.get(2).at("/data/firstName").asString()).isEqualTo("Anna");
        assertThat(events.get(2).at("/data/lastName").asString()).isEqualTo("Berg");
        assertThat(events.get(2).at("/data/email").asString()).isEqualTo(user.email());
        assertThat(events.get(3).at("/data/userId").asString()).isEqualTo(user.sub());
    }

    private List<JsonNode> published(TestPlatform platform, String subject, int atLeast) {
        SqsClient sqs = platform.parts().queues().client();
        String url = platform.parts().queues().url(QUEUE);
        List<JsonNode> events = new ArrayList<>();
        Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> {
            for (Message message : receive(sqs, url)) {
                if (subject.equals(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))) {
                    events.add(json.readTree(message.body()));
                }
                sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
            }
            return events.size() >= atLeast;
        });
        return events;
    }

    private static List<Message> receive(SqsClient sqs, String url) {
        return sqs.receiveMessage(request -> request.queueUrl(url)
                        .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(1))
                .messages();
    }
}
