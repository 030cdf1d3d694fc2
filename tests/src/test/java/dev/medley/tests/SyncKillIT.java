package dev.medley.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.simulators.Media;
import dev.medley.testing.TestPlatform;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;

/** media-sync is killed, as {@code kill -9} does, in the middle of a file; it goes on with the parts that are missing. */
@RunningServices
class SyncKillIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Parts of 5 MiB; with 205 of them, a file of 1 GiB, S3 needs some gigabytes of memory. */
    private static final int WHOLE_PARTS = Integer.getInteger("medley.test.whole-parts", 20);

    private static final int PARTS = WHOLE_PARTS + 1;
    private static final long BYTES = WHOLE_PARTS * Services.PART_BYTES + 1;

    private static final int AT_ONCE = 4;
    private static final Pattern PART = Pattern.compile("PUT /medley-media/\\S*partNumber=(\\d+)\\S* .*");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @Test
    void killedInTheMiddleOfAFileItSendsOnlyWhatIsMissing(Services services) throws Exception {
        Media media = Media.of("killed-1", "GX010001.MP4", BYTES, Instant.parse("2026-10-01T08:00:00Z"));
        services.goPro().library().put(media);
        String token = services.platform()
                .signedInUser("sync-kill@example.com", "operator")
                .accessToken();
        call(
                services,
                "PUT",
                "/sync/providers/gopro/credentials",
                token,
                services.goPro().signIn());
        Fault kill = services.objects()
                .arm(new Fault(
                        Fault.Moment.BEFORE_FORWARDING, SyncKillIT::isPart, PARTS / 2, services.mediaSync()::killHard));
        call(services, "POST", "/sync/runs", token, Map.of("provider", "gopro"));
        kill.awaitStruck(LIMIT);
        List<Integer> stored = database(services)
                .sql("SELECT number FROM \"media-sync\".finished_part ORDER BY number")
                .query(Integer.class)
                .list();
        assertThat(stored).hasSizeBetween(PARTS / 2 - AT_ONCE, PARTS / 2 - 1);

        List<Integer> sent = new CopyOnWriteArrayList<>();
        services.objects().arm(new Fault(Fault.Moment.BEFORE_FORWARDING, noting(sent), Integer.MAX_VALUE, () -> {}));
        services.mediaSync().start().awaitReady();
        Awaitility.await().atMost(LIMIT).until(() -> status(services), "COMPLETED"::equals);

        assertThat(sent).as("what is stored is not sent again").doesNotContainAnyElementsOf(stored);
        assertThat(sent).hasSize(PARTS - stored.size()).doesNotHaveDuplicates();
        assertThat(stored(services)).isEqualTo(original(media));
    }

    private static boolean isPart(HttpMessage request) {
        return PART.matcher(request.startLine()).matches();
    }

    /** Meets nothing, and notes the numbers of the parts that pass. */
    private static Predicate<HttpMessage> noting(List<Integer> numbers) {
        return request -> {
            Matcher part = PART.matcher(request.startLine());
            if (part.matches()) {
                numbers.add(Integer.valueOf(part.group(1)));
            }
            return false;
        };
    }

    private static JdbcClient database(Services services) {
        return JdbcClient.create(services.platform().parts().postgres().administrator());
    }

    private static String status(Services services) {
        return database(services)
                .sql("SELECT status FROM \"media-sync\".sync_video WHERE media_id = 'killed-1'")
                .query(String.class)
                .single();
    }

    private static byte[] original(Media media) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            media.content().write(out, 0, BYTES);
        }
        return sha256.digest();
    }

    private static byte[] stored(Services services) throws Exception {
        TestPlatform platform = services.platform();
        String key = database(services)
                .sql("SELECT object_key FROM \"media-sync\".sync_video WHERE media_id = 'killed-1'")
                .query(String.class)
                .single();
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (S3Client s3 = S3Client.builder()
                        .endpointOverride(platform.parts().objects().endpoint())
                        .forcePathStyle(true)
                        .region(Region.of(platform.parts().account().region()))
                        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                                platform.parts().account().accessKeyId(),
                                platform.parts().account().secretAccessKey())))
                        .build();
                DigestInputStream in = new DigestInputStream(
                        s3.getObject(get -> get.bucket("medley-media").key(key)), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return sha256.digest();
    }

    private void call(Services services, String method, String path, String token, Map<String, String> body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(services.mediaSync().uri() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }
}
