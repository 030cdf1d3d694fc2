package dev.medley.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.standins.AwsAccount;
import dev.medley.testing.TestPlatform;
import dev.medley.testing.TestPlatform.TestUser;
import dev.medley.tests.IdentityClient.Newcomer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What identity decides on an account, and what the other services make of it. */
@RunningServices
class AccountIT {

    /** What the platform promises. */
    private static final Duration REVOCATION_LIMIT = Duration.ofSeconds(2);

    private final JsonMapper json = new JsonMapper();

    private Services services;
    private IdentityClient identity;
    private Newcomer user;
    private String token;
    private ImagesClient images;

    @BeforeEach
    void signIn(Services running) {
        services = running;
        identity = new IdentityClient(running);
        user = identity.signUp();
        token = identity.accessToken(user);
        images = new ImagesClient(running, token);
    }

    @Test
    void afterASignOutEveryServiceRefusesTheTokenWithinTwoSeconds() {
        // What a service does for the first time takes longer.
        String earlier = identity.accessToken(identity.signUp());
        signOut(earlier, new ImagesClient(services, earlier), TestPlatform.PATIENCE);

        signOut(token, images, REVOCATION_LIMIT);

        assertThat(identity.call("GET", "/users/me", token, "").statusCode()).isEqualTo(401);
    }

    private void signOut(String session, ImagesClient client, Duration limit) {
        assertThat(client.listStatus()).isEqualTo(200);
        assertThat(identity.call("POST", "/auth/signout", session, "").statusCode())
                .isEqualTo(200);
        Awaitility.await()
                .atMost(limit)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(client.listStatus()).isEqualTo(401));
    }

    @Test
    void aProfileHasItsPictureFromItsProcessingToItsDeletionWhateverElseIsRejected() {
        UUID good = images.upload(announcePicture(), ImagesClient.picture());
        JsonNode picture = Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> profile().path("picture"), found -> found.isObject());
        assertThat(picture.path("imageId").asString()).isEqualTo(good.toString());
        assertThat(images.download(URI.create(picture.path("url").asString()))).startsWith((byte) 0xFF, (byte) 0xD8);

        UUID bad = images.upload(announcePicture(), "no picture".getBytes(StandardCharsets.UTF_8));

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> images.find(bad).path("status").asString().equals("REJECTED"));
        Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> waitingPictures() == 0);
        assertThat(profile().at("/picture/imageId").asString()).isEqualTo(good.toString());

        assertThat(images.delete(good)).isEqualTo(204);

        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> !profile().path("picture").isObject());
    }

    @Test
    void whatImagesSaysOfAPictureIsTheAnswer() {
        HttpResponse<String> answer =
                identity.call("PUT", "/users/me/picture", token, "{\"fileName\":\"a.pdf\",\"fileType\":\"text/html\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("code").asString()).isEqualTo("unsupported-image-type");
    }

    @Test
    void anExportHoldsWhatEveryServiceKnows() {
        UUID image = processedImage();

        HttpResponse<String> ready = Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> identity.call("GET", "/users/me/export", token, ""), answer -> answer.statusCode() == 200);

        String link = json.readTree(ready.body()).path("url").asString();
        JsonNode export = json.readTree(images.download(URI.create(link)));
        assertThat(export.at("/services/identity/account/profile/email").asString())
                .isEqualTo(user.email());
        assertThat(export.at("/services/images/gallery/images/0/id").asString()).isEqualTo(image.toString());
    }

    @Test
    void anErasureLeavesNoRowAndNoObjectOfTheUserAnywhere() {
        processedImage();
        images.upload(announcePicture(), ImagesClient.picture());
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> identity.call("GET", "/users/me/export", token, "").statusCode() == 200);
        assertThat(rowsNamingTheUser()).as("the search finds what there is").isNotEmpty();
        assertThat(objectsOfTheUser()).isNotEmpty();

        HttpResponse<String> answer = identity.call("DELETE", "/users/me", token, "");

        assertThat(answer.statusCode()).isEqualTo(202);
        String erasure = json.readTree(answer.body()).path("erasureId").asString();
        Awaitility.await().atMost(TestPlatform.PATIENCE).until(() -> isErased(erasure));
        Awaitility.await().atMost(TestPlatform.PATIENCE).untilAsserted(() -> {
            assertThat(rowsNamingTheUser()).isEmpty();
            // A worker at the second picture removes what it wrote when it finds the row gone.
            assertThat(objectsOfTheUser()).isEmpty();
        });
    }

    @Test
    void theAuditLogTellsOfWhatIsDoneInOtherServices() throws Exception {
        TestUser operator = services.platform().signedInUser(UUID.randomUUID() + "@example.com", "operator");
        String admin = services.platform()
                .signedInUser(UUID.randomUUID() + "@example.com", "admin")
                .accessToken();
        HttpRequest handOver = HttpRequest.newBuilder(
                        services.mediaSync().uri().resolve("/sync/providers/gopro/credentials"))
                .header("Authorization", "Bearer " + operator.accessToken())
                .header("Content-Type", "application/json")
                .header("X-Request-Id", "handed-over-1")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        json.writeValueAsString(services.goPro().signIn())))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(handOver, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(204);
        }

        JsonNode entry = Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(
                        () -> json.readTree(identity.call("GET", "/users/audit?actor=" + operator.sub(), admin, "")
                                        .body())
                                .at("/items/0"),
                        found -> found.isObject());
        assertThat(entry.path("action").asString()).isEqualTo("PROVIDER_CREDENTIALS_REPLACED");
        assertThat(entry.path("resource").asString()).isEqualTo("/sync/providers/gopro/credentials");
        assertThat(entry.path("requestId").asString()).isEqualTo("handed-over-1");
        assertThat(entry.path("clientAddress").asString()).isEqualTo("127.0.0.1");
    }

    private UUID processedImage() {
        UUID image = images.upload();
        Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> images.find(image).path("status").asString().equals("PROCESSED"));
        return image;
    }

    private JsonNode announcePicture() {
        HttpResponse<String> answer = identity.call(
                "PUT", "/users/me/picture", token, "{\"fileName\":\"me.jpg\",\"fileType\":\"image/jpeg\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private JsonNode profile() {
        return json.readTree(identity.call("GET", "/users/me", token, "").body());
    }

    private long waitingPictures() {
        return database()
                .sql("SELECT count(*) FROM identity.picture_upload WHERE user_id = ?")
                .param(user.id())
                .query(Long.class)
                .single();
    }

    private boolean isErased(String erasure) {
        return database()
                .sql("SELECT finished_at IS NOT NULL FROM identity.erasure WHERE id = ?::uuid")
                .param(erasure)
                .query(Boolean.class)
                .single();
    }

    /** Every table of every schema with a row that somewhere holds the user's id or address. */
    private List<String> rowsNamingTheUser() {
        JdbcClient database = database();
        return database.sql("""
                        SELECT format('%I.%I', table_schema, table_name)
                        FROM information_schema.tables
                        WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
                        """).query(String.class).list().stream()
                .flatMap(table -> database
                        .sql("SELECT row_to_json(t)::text FROM %s t WHERE t::text ILIKE ANY (ARRAY[?, ?])"
                                .formatted(table))
                        .params("%" + user.id() + "%", "%" + user.email() + "%")
                        .query(String.class)
                        .list()
                        .stream()
                        .map(row -> table + " " + row))
                .toList();
    }

    private List<String> objectsOfTheUser() {
        AwsAccount account = services.platform().parts().account();
        try (S3Client s3 = S3Client.builder()
                .endpointOverride(services.platform().parts().objects().endpoint())
                .forcePathStyle(true)
                .region(Region.of(account.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(account.accessKeyId(), account.secretAccessKey())))
                .build()) {
            return s3.listBuckets().buckets().stream()
                    .map(Bucket::name)
                    .flatMap(bucket -> keys(s3, bucket))
                    .filter(key -> key.contains(user.id()))
                    .toList();
        }
    }

    private static Stream<String> keys(S3Client s3, String bucket) {
        return s3.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .map(key -> bucket + "/" + key);
    }

    private JdbcClient database() {
        return JdbcClient.create(services.platform().parts().postgres().administrator());
    }
}
