package dev.medley.mediasync;

import dev.medley.testing.TestPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as an operator does. */
final class SyncClient {

    private static final Set<String> FINAL = Set.of("COMPLETED", "PARTIAL", "FAILED", "CANCELLED");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI address;
    private final @Nullable String token;

    SyncClient(int port, @Nullable String token) {
        this.address = URI.create("http://127.0.0.1:" + port);
        this.token = token;
    }

    /** A client of somebody in a group. */
    static SyncClient of(TestPlatform platform, int port, String group) {
        String email = UUID.randomUUID() + "@example.com";
        return new SyncClient(port, platform.signedInUser(email, group).accessToken());
    }

    /**
     * An answer.
     *
     * @param status its HTTP status
     * @param body its JSON
     */
    record Answer(int status, JsonNode body) {}

    Answer get(String path) {
        return call("GET", path, null);
    }

    Answer post(String path, @Nullable Object body) {
        return call("POST", path, body);
    }

    Answer put(String path, Object body) {
        return call("PUT", path, body);
    }

    private Answer call(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(),
                    answer.body().length == 0 ? json.createObjectNode() : json.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a run and waits for its end. */
    JsonNode run(String provider) {
        Answer started = post("/sync/runs", Map.of("provider", provider));
        if (started.status() != 202) {
            throw new AssertionError("no run was started: " + started);
        }
        return finished(started.body().path("id").asString());
    }

    /** A run that has ended. */
    JsonNode finished(String id) {
        return Awaitility.await()
                .atMost(TestPlatform.PATIENCE.multipliedBy(2))
                .until(
                        () -> get("/sync/runs/" + id).body(),
                        run -> FINAL.contains(run.path("status").asString()));
    }
}
