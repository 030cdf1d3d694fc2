package dev.medley.platform.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** One photograph from announcement to finished renditions. */
final class ImageJourney {

    private static final Set<String> FINAL = Set.of("PROCESSED", "REJECTED", "FAILED");
    private static final List<String> NAMES = List.of("thumbnail", "800x600", "1200x900", "1920x1080");
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 250;
    private static final int OTHER_BYTES = 1000;
    private static final int LARGEST_FILE = 10 * 1024 * 1024;

    /** Letters cover dozens of blocks even on the smallest watermarked rendition. */
    private static final int FEWEST_BRIGHTENED = 15;

    /** Levels of 255 by which two ways of scaling may differ. */
    private static final double TOLERANCE = 4;

    private final DemoClient client;
    private final Transcript transcript;
    private final Map<String, byte[]> contents = new LinkedHashMap<>();

    ImageJourney(DemoClient client, Transcript transcript) {
        this.client = client;
        this.transcript = transcript;
    }

    void run() {
        transcript.chapter("A photograph of %d x %d pixels".formatted(Photograph.WIDTH, Photograph.HEIGHT));
        BufferedImage original = Photograph.paint();
        byte[] file = Photograph.encode(original);
        transcript.check(file.length < LARGEST_FILE, "the file of %,d bytes is below the limit".formatted(file.length));
        String id = upload(file);
        JsonNode image = follow(id);
        transcript.check(image.path("status").asString("").equals("PROCESSED"), "the photograph is processed");
        transcript.check(
                image.path("width").asInt(0) == Photograph.WIDTH
                        && image.path("height").asInt(0) == Photograph.HEIGHT,
                "its size was understood");

        transcript.chapter("Its renditions");
        image.path("renditions").forEach(rendition -> check(rendition, original));
        transcript.check(List.copyOf(contents.keySet()).equals(NAMES), "there are exactly the renditions " + NAMES);
        original(id);
    }

    private String upload(byte[] file) {
        DemoClient.Answer ticket = client.post(
                "/upload",
                Map.of(
                        "fileName",
                        "evening.jpg",
                        "fileType",
                        "image/jpeg",
                        "fileSize",
                        file.length,
                        "sha256",
                        sha256(file)),
                "imageId",
                "fileKey",
                "expiresIn");
        if (ticket.status() != 200) {
            throw new DemoFailure("the photograph was not accepted");
        }
        Map<String, String> headers = new HashMap<>();
        ticket.body()
                .path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString("")));
        URI link = URI.create(ticket.text("uploadUrl"));
        // Short, so that the refusal comes after the last byte and not into the middle of the sending.
        byte[] other = Arrays.copyOf(file, OTHER_BYTES);
        transcript.check(client.put(link, headers, other) == 403, "the link does not take another file");
        transcript.check(client.put(link, headers, file) == 200, "the link takes the announced file");
        return ticket.text("imageId");
    }

    /** Asks until nothing changes any more. */
    private JsonNode follow(String id) {
        long begin = System.nanoTime();
        DemoClient.Answer answer = client.get("/images/" + id, "status", "attempts");
        while (!FINAL.contains(answer.text("status"))) {
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new DemoFailure("the photograph is not finished after " + LIMIT.toSeconds() + " s");
            }
            pause();
            answer = client.get("/images/" + id, "status", "attempts");
        }
        return answer.body();
    }

    private void check(JsonNode rendition, BufferedImage original) {
        String name = rendition.path("name").asString("");
        byte[] content = client.download(URI.create(rendition.path("url").asString("")));
        contents.put(name, content);
        JpegFrame frame = JpegFrame.of(content);
        int width = rendition.path("width").asInt(0);
        int height = rendition.path("height").asInt(0);
        transcript.check(
                sha256(content).equals(rendition.path("sha256").asString("")), name + " has the promised SHA-256");
        transcript.check(
                frame.equals(new JpegFrame(width, height, true)),
                "%s has %d x %d pixels and is coded progressively".formatted(name, width, height));
        transcript.check(
                Math.abs((double) width / height - (double) Photograph.WIDTH / Photograph.HEIGHT) < 0.01,
                name + " keeps the shape of the original");
        WatermarkComparison difference = WatermarkComparison.of(original, decoded(content));
        if (name.equals("thumbnail")) {
            transcript.check(difference.brightenedInCorner() == 0, "thumbnail has no watermark");
        } else {
            transcript.check(
                    difference.brightenedInCorner() >= FEWEST_BRIGHTENED,
                    "%s has its watermark: %d blocks of the corner are brighter"
                            .formatted(name, difference.brightenedInCorner()));
        }
        transcript.check(
                difference.largestElsewhere() < TOLERANCE,
                "%s is the original everywhere else, within %.1f of 255 levels"
                        .formatted(name, difference.largestElsewhere()));
    }

    private void original(String id) {
        DemoClient.Answer answer = client.get("/image?image_id=" + id, "image_id", "user_id");
        JsonNode largest = answer.body().path("processed_image");
        transcript.check(
                answer.status() == 200
                        && largest.path("expires_in").asString("").equals("1 hour"),
                "GET /image answers as its older clients expect");
        byte[] content = client.download(URI.create(largest.path("download_url").asString("")));
        transcript.check(Arrays.equals(content, contents.get("1920x1080")), "it is the largest watermarked rendition");
    }

    private static BufferedImage decoded(byte[] content) {
        try {
            return ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted");
        }
    }
}
