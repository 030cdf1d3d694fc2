package dev.medley.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.standins.LocalMail;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GatewayPagesIT {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Target images = new Target(exchange -> {
        byte[] body = "{\"of\":\"%s\"}".formatted(exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    });
    private final Gateway gateway = Gateway.start(
            0,
            new PlatformView(
                    Map.of("images", images.address()),
                    URI.create("http://127.0.0.1:9090"),
                    List.of(
                            new Component("good", "works", "here", () -> {}),
                            new Component("bad", "does not", "there", () -> {
                                throw new IOException("out of order");
                            })),
                    () -> List.of(
                            new LocalMail.Mail("a@example.com", "old", "1", Instant.EPOCH),
                            new LocalMail.Mail("a@example.com", "new", "2", Instant.EPOCH.plusSeconds(1))),
                    Map.of("answer", 42)));

    @AfterEach
    void stop() {
        gateway.close();
        images.close();
        http.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/,                                          text/html,        What runs here",
        "/upload-page,                               text/html,        Choose a picture",
        "/mailbox,                                   text/html,        newest first",
        "/docs,                                      text/html,        swagger-ui-bundle.js",
        "/platform/files/style.css,                  text/css,         light-dark",
        "/platform/files/index.js,                   text/javascript,  fetchJson",
        "/platform/swagger-ui/swagger-ui-bundle.js,  text/javascript,  swagger",
    })
    void servesItsPages(String path, String contentType, String part) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(contentType);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "connect-src 'self' http://127.0.0.1:9090");
        assertThat(response.body()).contains(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/platform/files/none.js", "/platform/files/../logback.xml", "/platform/none", "/index.html"})
    void servesNothingElseFromTheClassPath(String path) {
        assertThat(RawRequest.get(gateway.address(), path, host())).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void tellsWhatWorksAndWhyTheRestDoesNot() throws Exception {
        JsonNode health = json.readTree(get("/platform/health").body());

        assertThat(health).hasSize(2);
        assertThat(health.path(0).path("up").asBoolean()).isTrue();
        assertThat(health.path(1).path("up").asBoolean()).isFalse();
        assertThat(health.path(1).path("problem").asString()).isEqualTo("out of order");
    }

    @Test
    void listsMailFromTheNewest() throws Exception {
        assertThat(json.readTree(get("/platform/mail").body()))
                .extracting(mail -> mail.path("subject").asString())
                .containsExactly("new", "old");
    }

    @Test
    void handsOnTheDescriptionsOfServices() throws Exception {
        assertThat(get("/platform/openapi/images").body()).isEqualTo("{\"of\":\"/v3/api-docs\"}");
        assertThat(get("/platform/openapi/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void changesNothingOnRequest() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(gateway.address().resolve("/platform/facts"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(http.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void answersToItsOwnNamesOnly() {
        int port = gateway.address().getPort();
        for (String own : new String[] {"localhost:" + port, "127.0.0.1:" + port}) {
            assertThat(RawRequest.get(gateway.address(), "/platform/facts", own))
                    .contains("\"answer\":42");
        }
        for (String foreign :
                new String[] {"evil.example:" + port, "localhost", "localhost:1", "127.0.0.1.evil:" + port}) {
            assertThat(RawRequest.get(gateway.address(), "/platform/facts", foreign))
                    .startsWith("HTTP/1.1 421 ")
                    .doesNotContain("42}");
        }
    }

    private String host() {
        return "127.0.0.1:" + gateway.address().getPort();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(gateway.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
