package dev.medley.images;

import dev.medley.testing.TestPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as a front end does. */
final class ImagesClient {

    private static final Set<String> FINAL = Set.of("PROCESSED", "REJECTED", "FAILED", "EXPIRED");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI service;
    private final String token;

    ImagesClient(int port, String token) {
        this.service = URI.create("http://127.0.0.1:" + port);
        this.token = token;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpResponse<String> put(String path, String contentType, byte[] body, String... headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", contentType).PUT(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** The lines of an event stream as they come; closing it hangs up. */
    Stream<String> events(Object imageId) {
        try {
            HttpResponse<Stream<String>> response = http.send(
                    request("/images/" + imageId + "/events")
                            .header("Accept", "text/event-stream")
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                throw new AssertionError("answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    JsonNode announce(String fileName, String fileType) {
        return announce("{\"fileName\":\"%s\",\"fileType\":\"%s\"}".formatted(fileName, fileType));
    }

    JsonNode announce(String fileName, String fileType, long fileSize) {
        return announce(
                "{\"fileName\":\"%s\",\"fileType\":\"%s\",\"fileSize\":%d}".formatted(fileName, fileType, fileSize));
    }

    private JsonNode announce(String body) {
        HttpResponse<String> response = post("/upload", body);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.body());
        }
        return json.readTree(response.body());
    }

    /** Sends the file as the ticket says; returns S3's status. */
    int upload(JsonNode ticket, byte[] file) {
        HttpRequest.Builder put = HttpRequest.newBuilder(
                        URI.create(ticket.path("uploadUrl").asString()))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(file));
        ticket.path("headers").properties().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("content-length"))
                .forEach(header -> put.header(header.getKey(), header.getValue().asString()));
        return send(put).statusCode();
    }

    /** The image once its state is final. */
    JsonNode finished(JsonNode ticket) {
        String path = "/images/" + ticket.path("imageId").asString();
        return Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(
                        () -> json.readTree(get(path).body()),
                        image -> FINAL.contains(image.path("status").asString()));
    }

    byte[] download(URI link) {
        try {
            return http.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
