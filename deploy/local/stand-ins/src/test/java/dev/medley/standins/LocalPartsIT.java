package dev.medley.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.medley.contracts.Queues;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalPartsIT {

    private static final AwsAccount ACCOUNT = new AwsAccount("eu-central-1", "test-key", "test-secret");

    private static final String PASSWORD = "of the administrator";

    private final JsonMapper json = new JsonMapper();

    @TempDir
    Path directory;

    @Test
    void postgresKeepsItsDataAcrossRestartsAndSeparatesServices() {
        try (LocalPostgres postgres = LocalPostgres.start(directory, 0, PASSWORD)) {
            JdbcClient first = connect(postgres.createSchema("first"));
            first.sql("CREATE TABLE note (text text)").update();
            first.sql("INSERT INTO note VALUES ('kept')").update();
        }
        try (LocalPostgres postgres = LocalPostgres.start(directory, 0, PASSWORD)) {
            JdbcClient first = connect(postgres.createSchema("first"));
            JdbcClient second = connect(postgres.createSchema("second"));

            assertThat(first.sql("SELECT text FROM note").query(String.class).single())
                    .isEqualTo("kept");
            assertThatThrownBy(() ->
                            second.sql("SELECT text FROM first.note").query().listOfRows())
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void thePostgresOfAKilledPlatformIsReplaced() throws Exception {
        Process platform = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledPlatform.class.getName(),
                        directory.toString(),
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = platform.inputReader()) {
            assertThat(output.lines().filter(KilledPlatform.READY::equals).findFirst())
                    .isPresent();
            platform.destroyForcibly().waitFor();
        }

        try (LocalPostgres successor = LocalPostgres.start(directory, 0, PASSWORD)) {
            JdbcClient first = connect(successor.createSchema("first"));
            assertThat(first.sql("SELECT count(*) FROM note").query(Long.class).single())
                    .isZero();
        }
    }

    @Test
    void postgresRefusesItsAdministratorWithoutThePassword() {
        try (LocalPostgres made = LocalPostgres.start(directory, 0, PASSWORD)) {
            assertOnlyThePasswordAdmits(made);
        }
        try (LocalPostgres kept = LocalPostgres.start(directory, 0, PASSWORD)) {
            assertOnlyThePasswordAdmits(kept);
        }
    }

    @Test
    void aDataDirectoryThatTrustedEverybodyGetsThePassword() throws Exception {
        EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .start()
                .close();
        LocalPostgres.start(directory, 0, PASSWORD).close();

        try (LocalPostgres kept = LocalPostgres.start(directory, 0, PASSWORD)) {
            assertOnlyThePasswordAdmits(kept);
        }
    }

    @Test
    void aLockFileOfAnotherServerStopsNothing() throws Exception {
        Path own = directory.resolve("own");
        Path other = directory.resolve("other");
        LocalPostgres.start(own, 0, PASSWORD).close();
        try (LocalPostgres running = LocalPostgres.start(other, 0, PASSWORD)) {
            String lock = Files.readString(other.resolve("postmaster.pid"));
            for (String left : List.of(lock, lock.replace(other.toString(), own.toString()))) {
                Files.writeString(own.resolve("postmaster.pid"), left);
                LocalPostgres.start(own, 0, PASSWORD).close();

                assertThat(JdbcClient.create(running.administrator())
                                .sql("SELECT 1")
                                .query(Integer.class)
                                .single())
                        .isOne();
            }
        }
    }

    @Test
    void queuesKeepTheirMessagesAcrossRestarts() {
        Queues definitions = Queues.load();
        try (LocalQueues queues = LocalQueues.start(directory, 0, definitions, ACCOUNT)) {
            queues.client()
                    .sendMessage(request ->
                            request.queueUrl(queues.url("images-uploads")).messageBody("still here"));
        }
        try (LocalQueues queues = LocalQueues.start(directory, 0, definitions, ACCOUNT)) {
            assertThat(receive(queues)).extracting(Message::body).containsExactly("still here");
        }
    }

    @Test
    void anUploadThroughAPresignedLinkIsReportedInAwsForm() throws Exception {
        Queues definitions = Queues.load();
        try (LocalQueues queues = LocalQueues.start(null, 0, definitions, ACCOUNT);
                LocalObjects objects =
                        LocalObjects.start(null, 0, ACCOUNT, queues, definitions, List.of("http://127.0.0.1:8080"));
                S3Presigner presigner = S3Presigner.builder()
                        .endpointOverride(objects.endpoint())
                        .region(Region.of(ACCOUNT.region()))
                        .credentialsProvider(StaticCredentialsProvider.create(ACCOUNT.credentials()))
                        .build();
                S3Client s3 = S3Client.builder()
                        .endpointOverride(objects.endpoint())
                        .region(Region.of(ACCOUNT.region()))
                        .credentialsProvider(StaticCredentialsProvider.create(ACCOUNT.credentials()))
                        .build()) {
            JsonNode test = json.readTree(receive(queues).getFirst().body());
            assertThat(test.path("Event").asString()).isEqualTo("s3:TestEvent");
            assertThat(test.has("Records")).isFalse();

            URI link = presigner
                    .presignPutObject(presign -> presign.signatureDuration(Duration.ofMinutes(1))
                            .putObjectRequest(put -> put.bucket("medley-uploads")
                                    .key("uploads/u 1/ä.jpg")
                                    .contentType("image/jpeg")
                                    .contentLength(3L)))
                    .url()
                    .toURI();
            assertThat(put(link, "image/png", "abc")).isEqualTo(403);
            assertThat(put(link, "image/jpeg", "abcd")).isEqualTo(403);
            assertThat(put(link, "image/jpeg", "abc")).isEqualTo(200);
            s3.putObject(
                    request -> request.bucket("medley-uploads").key("elsewhere/x.jpg"), RequestBody.fromString("x"));

            List<Message> messages = receive(queues);
            assertThat(messages).hasSize(1);
            JsonNode event =
                    json.readTree(messages.getFirst().body()).path("Records").path(0);
            assertThat(event.path("eventName").asString()).isEqualTo("ObjectCreated:Put");
            assertThat(event.at("/s3/bucket/name").asString()).isEqualTo("medley-uploads");
            assertThat(event.at("/s3/object/key").asString()).isEqualTo("uploads/u+1/%C3%A4.jpg");
            assertThat(event.at("/s3/object/size").asInt()).isEqualTo(3);
            assertThat(event.at("/s3/object/eTag").asString()).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
        }
    }

    @Test
    void mailArrivesReadable() {
        try (LocalMail mail = LocalMail.start(0)) {
            mail.send("anna@example.com", "Grüße", "Your code is 123456");

            assertThat(mail.newestTo("Anna@example.com"))
                    .isNotNull()
                    .extracting(LocalMail.Mail::subject, LocalMail.Mail::text)
                    .containsExactly("Grüße", "Your code is 123456");
        }
    }

    private static void assertOnlyThePasswordAdmits(LocalPostgres postgres) {
        assertThat(JdbcClient.create(postgres.administrator())
                        .sql("SELECT current_user")
                        .query(String.class)
                        .single())
                .isEqualTo("postgres");
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "postgres", "a guess"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    private static int put(URI link, String contentType, String body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(link)
                    .header("Content-Type", contentType)
                    .PUT(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    private static List<Message> receive(LocalQueues queues) {
        String url = queues.url("images-uploads");
        List<Message> messages = queues.client()
                .receiveMessage(
                        request -> request.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(5))
                .messages();
        messages.forEach(message ->
                queues.client().deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle())));
        return messages;
    }

    private static JdbcClient connect(DatabaseAccess access) {
        return JdbcClient.create(new DriverManagerDataSource(access.url(), access.username(), access.password()));
    }
}
