package dev.medley.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Signs up and in as a front end does. */
final class IdentityClient {

    private static final String PASSWORD = "Correct-Horse-7!";
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Services services;

    IdentityClient(Services services) {
        this.services = services;
    }

    /**
     * Somebody who has signed up and not yet confirmed.
     *
     * @param id Cognito {@code sub}
     * @param email the address
     * @param code was mailed to it
     */
    record Newcomer(String id, String email, String code) {}

    /** Signs somebody up. */
    Newcomer signUp() {
        String email = UUID.randomUUID() + "@example.com";
        try {
            HttpResponse<String> response = post("/auth/signup", Map.of("email", email, "password", PASSWORD));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            String id = json.readTree(response.body()).path("userSub").asString();
            return new Newcomer(id, email, services.platform().mailedCode(email));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Confirms an address.
     *
     * @return the status
     * @throws IOException when no answer came
     */
    int confirm(Newcomer user) throws IOException {
        return post("/auth/verify", Map.of("email", user.email(), "code", user.code()))
                .statusCode();
    }

    /**
     * Signs in.
     *
     * @return the status
     */
    int signIn(Newcomer user) throws IOException {
        return post("/auth/signin", Map.of("email", user.email(), "password", PASSWORD))
                .statusCode();
    }

    /** Signs somebody up, confirms and signs in; returns the access token. */
    String accessToken(Newcomer user) {
        try {
            assertThat(confirm(user)).isEqualTo(200);
            HttpResponse<String> session = post("/auth/signin", Map.of("email", user.email(), "password", PASSWORD));
            return json.readTree(session.body()).path("AccessToken").asString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends a request of a signed-in user. */
    HttpResponse<String> call(String method, String path, String token, String body) {
        try {
            return send(request(path)
                    .header("Authorization", "Bearer " + token)
                    .method(method, HttpRequest.BodyPublishers.ofString(body)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> post(String path, Map<String, String> body) throws IOException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(services.identity().uri().resolve(path))
                .timeout(REQUEST_LIMIT)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
