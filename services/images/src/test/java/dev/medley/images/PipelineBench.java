package dev.medley.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.ImageEngine;
import dev.medley.images.engine.ImageFormat;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.ImageInspector;
import dev.medley.images.engine.RenditionSpec;
import dev.medley.images.engine.Watermark;
import dev.medley.images.engine.turbo.BenchPicture;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import io.awspring.cloud.sqs.listener.MessageListenerContainer;
import io.awspring.cloud.sqs.listener.MessageListenerContainerRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Images of 2 megapixels through queue, S3 and database, beside what the engine alone does in the same run: the share of
 * the machine that goes into pictures. All files are uploaded while the listener stands still; what is measured is how
 * fast the backlog goes. S3 and SQS run in the same JVM, PostgreSQL on the same processors. Small pictures go before, as
 * what surrounds the engine is compiled only after thousands of calls.
 */
@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PipelineBench {

    private static final int IMAGES = Integer.getInteger("medley.bench.images", 500);
    private static final int WARM_UP = Integer.getInteger("medley.bench.warm-up", 5000);
    private static final int CALLERS = 2;
    private static final Dimensions SIZE = new Dimensions(1632, 1224);
    private static final Dimensions SMALL = new Dimensions(128, 96);

    private static final Watermark WATERMARK = Watermark.line("Processed by Medley", 0.5f);

    private static final List<RenditionSpec> LADDER = List.of(
            RenditionSpec.inside("thumbnail", new Dimensions(400, 300), null),
            RenditionSpec.inside("800x600", new Dimensions(800, 600), WATERMARK),
            RenditionSpec.inside("1200x900", new Dimensions(1200, 900), WATERMARK),
            RenditionSpec.inside("1920x1080", new Dimensions(1920, 1080), WATERMARK));

    @LocalServerPort
    private int port;

    @Autowired
    private ImageEngine engine;

    @Autowired
    private ImageInspector inspector;

    @Autowired
    private MessageListenerContainerRegistry containers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void fiveHundredImagesEndToEnd(TestPlatform platform) throws Exception {
        byte[] file = BenchPicture.jpeg(SIZE.width(), SIZE.height());
        TestPlatform.TestUser user = platform.signedInUser(UUID.randomUUID() + "@example.com");
        ImagesClient client = new ImagesClient(port, user.accessToken());
        endToEnd(client, user.sub(), BenchPicture.jpeg(SMALL.width(), SMALL.height()), WARM_UP);
        endToEnd(client, user.sub(), file, IMAGES / 5);
        bare(file, IMAGES / 5);

        double before = bare(file, IMAGES);
        double whole = endToEnd(client, user.sub(), file, IMAGES);
        double after = bare(file, IMAGES);
        double alone = (before + after) / 2;

        System.out.printf(
                Locale.ROOT,
                "%nJPEG of %dx%d, %,d bytes, to %d renditions, %d pictures, %s engine%n"
                        + "the engine alone, %d callers   %8.1f per second (%.1f before, %.1f after)%n"
                        + "queue, S3 and database       %8.1f per second, %.2f of it%n",
                SIZE.width(),
                SIZE.height(),
                file.length,
                LADDER.size(),
                IMAGES,
                engine.name(),
                CALLERS,
                alone,
                before,
                after,
                whole,
                whole / alone);
        assertThat(whole).isPositive();
    }

    private double bare(byte[] file, int pictures) throws Exception {
        ImageHeader header = inspector.inspect(file, ImageFormat.JPEG);
        Callable<Void> caller = () -> {
            for (int picture = 0; picture < pictures / CALLERS; picture++) {
                engine.render(file, header, LADDER);
            }
            return null;
        };
        long start = System.nanoTime();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (Future<Void> done : callers.invokeAll(List.of(caller, caller))) {
                done.get();
            }
        }
        return pictures / seconds(start);
    }

    private double endToEnd(ImagesClient client, String owner, byte[] file, int pictures) {
        MessageListenerContainer<?> uploads = Objects.requireNonNull(containers.getContainerById("images-uploads"));
        uploads.stop();
        IntStream.range(0, pictures).forEach(number -> {
            JsonNode ticket = client.announce(number + ".jpg", "image/jpeg");
            assertThat(client.upload(ticket, file)).isEqualTo(200);
        });
        long known = processed(owner);
        long start = System.nanoTime();
        uploads.start();
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> processed(owner) - known == pictures);
        return pictures / seconds(start);
    }

    private long processed(String owner) {
        return jdbc.sql("SELECT count(*) FROM image WHERE owner_id = ? AND status = 'PROCESSED'")
                .param(owner)
                .query(Long.class)
                .single();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
