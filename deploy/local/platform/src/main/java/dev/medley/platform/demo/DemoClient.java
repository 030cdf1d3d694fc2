package dev.medley.platform.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls the platform as any client would and shows every call. */
final class DemoClient implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String JSON = "application/json";

    private final URI gateway;
    private final Transcript transcript;
    private final HttpClient http = newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private @Nullable String accessToken;

    DemoClient(URI gateway, Transcript transcript) {
        this.gateway = gateway;
        this.transcript = transcript;
    }

    /** Sends this token with every call to the gateway from now on; null sends none. */
    void authorize(@Nullable String token) {
        this.accessToken = token;
    }

    private static HttpClient newHttpClient() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body its JSON, missing where there is none
     */
    record Answer(int status, JsonNode body) {

        /** A text member, empty when absent. */
        String text(String member) {
            return body.path(member).asString("");
        }
    }

    Answer get(String path, String... shown) {
        return send(request(path).GET(), shown);
    }

    Answer post(String path, Map<String, ?> body, String... shown) {
        return send(
                request(path)
                        .header("Content-Type", JSON)
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))),
                shown);
    }

    Answer replace(String path, Map<String, ?> body, String... shown) {
        return send(
                request(path)
                        .header("Content-Type", JSON)
                        .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))),
                shown);
    }

    /** The JSON at an address outside the platform. */
    JsonNode fetch(URI address) {
        return exchange(
                http,
                HttpRequest.newBuilder(address).timeout(LIMIT).build(),
                HttpResponse.BodyHandlers.ofString(),
                response -> new Shown<>(parsed(response.body()), ""));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(LIMIT);
        if (accessToken != null) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request, String... shown) {
        return exchange(http, request.build(), HttpResponse.BodyHandlers.ofString(), response -> {
            Answer answer = new Answer(response.statusCode(), parsed(response.body()));
            return new Shown<>(answer, note(answer, shown));
        });
    }

    /** Sends a file to a pre-signed address with the headers that belong to it and returns the status. */
    int put(URI address, Map<String, String> headers, byte[] file) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(LIMIT).PUT(HttpRequest.BodyPublishers.ofByteArray(file));
        // The HTTP client sets these itself and refuses to be told.
        headers.forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Length") && !name.equalsIgnoreCase("Host")) {
                request.header(name, value);
            }
        });
        // A server that refuses an upload hangs up without reading it, so the connection must not be used again.
        try (HttpClient once = newHttpClient()) {
            return exchange(
                    once,
                    request.build(),
                    HttpResponse.BodyHandlers.discarding(),
                    response -> new Shown<>(response.statusCode(), "%,d bytes".formatted(file.length)));
        }
    }

    /** The content behind a pre-signed address. */
    byte[] download(URI address) {
        return exchange(
                http,
                HttpRequest.newBuilder(address).timeout(LIMIT).build(),
                HttpResponse.BodyHandlers.ofByteArray(),
                response -> new Shown<>(response.body(), "%,d bytes".formatted(response.body().length)));
    }

    private record Shown<T>(T result, String note) {}

    private <B, T> T exchange(
            HttpClient client,
            HttpRequest request,
            HttpResponse.BodyHandler<B> handler,
            Function<HttpResponse<B>, Shown<T>> reader) {
        long begin = System.nanoTime();
        try {
            HttpResponse<B> response = client.send(request, handler);
            long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            Shown<T> shown = reader.apply(response);
            transcript.call(request.method(), request.uri(), response.statusCode(), millis, shown.note());
            return shown.result();
        } catch (IOException e) {
            throw new DemoFailure(
                    "%s %s failed: %s".formatted(request.method(), request.uri().getPath(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted");
        }
    }

    private JsonNode parsed(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }

    private static String note(Answer answer, String... shown) {
        Stream<String> members = answer.status() >= 400 ? Stream.of("code", "detail") : Stream.of(shown);
        return members.filter(member -> answer.body().has(member))
                .map(member -> member + "="
                        + answer.body()
                                .path(member)
                                .asString(answer.body().path(member).toString()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        http.close();
    }
}
