package dev.medley.platform.demo;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Two providers' libraries into storage, as an operator has it done. */
final class SyncJourney {

    private static final Set<String> FINAL = Set.of("COMPLETED", "PARTIAL", "FAILED", "CANCELLED");
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 500;

    private final DemoClient client;
    private final Transcript transcript;
    private final SyncDemo settings;

    SyncJourney(DemoClient client, Transcript transcript, SyncDemo settings) {
        this.client = client;
        this.transcript = transcript;
        this.settings = settings;
    }

    void run() {
        transcript.chapter("An operator signs in");
        DemoClient.Answer session = client.post(
                "/auth/signin", Map.of("email", settings.email(), "password", settings.password()), "email");
        client.authorize(session.text("AccessToken"));
        transcript.check(session.status() == 200, "the operator is signed in");
        sync("gopro", settings.goPro().resolve("/simulator/credentials"));
        sync("archive", settings.archive().resolve("/simulator/credentials"));
        list();
        client.authorize(null);
    }

    private void sync(String provider, URI credentials) {
        transcript.chapter("The library of " + provider);
        Map<String, Object> handed = new LinkedHashMap<>();
        client.fetch(credentials)
                .properties()
                .forEach(member -> handed.put(member.getKey(), member.getValue().asString("")));
        transcript.check(
                client.replace("/sync/providers/%s/credentials".formatted(provider), handed)
                                .status()
                        == 204,
                "the provider's credentials are kept");
        DemoClient.Answer started = client.post("/sync/runs", Map.of("provider", provider), "status");
        if (started.status() != 202) {
            throw new DemoFailure("no run of " + provider + " was started");
        }
        JsonNode run = follow(started.text("id"));
        transcript.check(run.path("status").asString("").equals("COMPLETED"), "everything new is copied and proven");
    }

    /** Asks until nothing changes any more. */
    private JsonNode follow(String id) {
        long begin = System.nanoTime();
        DemoClient.Answer answer = client.get("/sync/runs/" + id, "status", "listed", "progress");
        while (!FINAL.contains(answer.text("status"))) {
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new DemoFailure("the run is not finished after " + LIMIT.toSeconds() + " s");
            }
            pause();
            answer = client.get("/sync/runs/" + id, "status", "listed", "progress");
        }
        return answer.body();
    }

    private void list() {
        transcript.chapter("The objects");
        DemoClient.Answer videos = client.get("/sync/videos?status=COMPLETED&limit=100");
        videos.body()
                .path("items")
                .forEach(video -> transcript.line("%,12d  %s"
                        .formatted(
                                video.path("bytes").asLong(0), video.path("key").asString(""))));
        transcript.check(!videos.body().path("items").isEmpty(), "there are objects");
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
