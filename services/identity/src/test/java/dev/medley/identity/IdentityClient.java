package dev.medley.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as a front end does. */
public final class IdentityClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI service;

    /** A client of the service on a port. */
    public IdentityClient(int port) {
        this.service = URI.create("http://127.0.0.1:" + port);
    }

    /** Sends what nobody has to be signed in for. */
    public Answer post(String path, Map<String, String> body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Sends a request of somebody who is signed in. */
    public Answer call(String method, String path, String token, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** The JSON behind a link that needs no token. */
    JsonNode download(String link) {
        return send(HttpRequest.newBuilder(URI.create(link))).body();
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response, json.readTree(response.body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response, JsonNode body) {

        /** The HTTP status. */
        public int status() {
            return response.statusCode();
        }

        /** A header, empty when it is absent. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** A text member, empty when it is absent. */
        public String text(String member) {
            return body.path(member).asString("");
        }
    }
}
