package dev.medley.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GatewayForwardingIT {

    private static final long PATIENCE_SECONDS = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BlockingQueue<Received> received = new ArrayBlockingQueue<>(10);
    private final Target images = new Target(this::record);
    private final Gateway gateway = gatewayTo(images.address());

    private record Received(String method, String uri, Headers headers, String body) {}

    private void record(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        exchange.getResponseHeaders().add("X-Answer", "one");
        exchange.getResponseHeaders().add("X-Answer", "two");
        byte[] answer = "answer".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(201, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static Gateway gatewayTo(URI images) {
        return Gateway.start(0, new PlatformView(Map.of("images", images), images, List.of(), List::of, Map.of()));
    }

    @Test
    void passesOnEachEventAsItComes() throws Exception {
        CountDownLatch firstWasRead = new CountDownLatch(1);
        try (Target events = new Target(exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write("event:image\n\n".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    boolean inTime = isReleased(firstWasRead);
                    exchange.getResponseBody().write(("data:" + inTime + "\n").getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
                Gateway streaming = gatewayTo(events.address())) {
            HttpResponse<InputStream> response = http.send(
                    HttpRequest.newBuilder(streaming.address().resolve("/images/1/events"))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(new String(response.body().readNBytes(13), StandardCharsets.UTF_8))
                    .isEqualTo("event:image\n\n");
            firstWasRead.countDown();
            assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
                    .as("the first event arrived before the second was sent")
                    .isEqualTo("data:true\n");
        }
    }

    private static boolean isReleased(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @AfterEach
    void stop() {
        gateway.close();
        images.close();
        http.close();
    }

    @Test
    void passesRequestAndAnswerOnUnchanged() throws Exception {
        HttpResponse<String> response = send(request("/images/a%20b?limit=2&cursor=x%2Fy")
                .header("Authorization", "Bearer abc")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"a\":1}")));

        Received forwarded = forwarded();
        assertThat(forwarded.method()).isEqualTo("PATCH");
        assertThat(forwarded.uri()).isEqualTo("/images/a%20b?limit=2&cursor=x%2Fy");
        assertThat(forwarded.body()).isEqualTo("{\"a\":1}");
        assertThat(forwarded.headers().getFirst("Authorization")).isEqualTo("Bearer abc");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo("answer");
        assertThat(response.headers().allValues("X-Answer")).containsExactly("one", "two");
    }

    @Test
    void tellsWhomItForwardsFor() throws Exception {
        send(request("/images").header("X-Forwarded-For", "203.0.113.9, 10.0.0.1"));

        Headers headers = forwarded().headers();
        String port = Integer.toString(gateway.address().getPort());
        assertThat(headers.getFirst("X-Forwarded-For")).isEqualTo("203.0.113.9, 10.0.0.1, 127.0.0.1");
        assertThat(headers.getFirst("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(headers.getFirst("X-Forwarded-Port")).isEqualTo(port);
        assertThat(headers.getFirst("Host")).isEqualTo("127.0.0.1:" + port);
    }

    @Test
    void doesNotTakeProtocolAndPortFromTheClient() throws Exception {
        send(request("/images").header("X-Forwarded-Proto", "https").header("X-Forwarded-Port", "443"));

        Headers headers = forwarded().headers();
        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(headers.get("X-Forwarded-Port"))
                .containsExactly(Integer.toString(gateway.address().getPort()));
    }

    @Test
    void handsPartsOfAnAnswerOnAsTheyCome() throws Exception {
        CountDownLatch firstPartSeen = new CountDownLatch(1);
        try (Target slow = new Target(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write("first".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    await(firstPartSeen);
                    exchange.getResponseBody().write("second".getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
                Gateway streaming = gatewayTo(slow.address());
                InputStream body = http.send(
                                request(streaming, "/images").build(), HttpResponse.BodyHandlers.ofInputStream())
                        .body()) {
            assertThat(new String(body.readNBytes(5), StandardCharsets.UTF_8)).isEqualTo("first");
            firstPartSeen.countDown();
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("second");
        }
    }

    @Test
    void handsPartsOfARequestOnAsTheyCome() throws Exception {
        CountDownLatch firstPartSeen = new CountDownLatch(1);
        try (Target reading = new Target(exchange -> {
                    // Not the last byte of the chunk: with that, this server waits for the line end behind it, which
                    // Jetty sends with the next chunk.
                    exchange.getRequestBody().readNBytes(4);
                    firstPartSeen.countDown();
                    byte[] rest = exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, rest.length);
                    exchange.getResponseBody().write(rest);
                    exchange.close();
                });
                Gateway streaming = gatewayTo(reading.address());
                Socket client = new Socket(
                        InetAddress.ofLiteral("127.0.0.1"), streaming.address().getPort())) {
            String head = """
                    POST /upload HTTP/1.1
                    Host: localhost
                    Transfer-Encoding: chunked
                    Connection: close

                    5
                    first
                    """;
            write(client, head.replace("\n", "\r\n"));
            assertThat(firstPartSeen.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            write(client, "6\r\nsecond\r\n0\r\n\r\n");
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("tsecond");
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/images/../actuator/health",
                "/%61ctuator/health",
                "/images/%2e%2e/actuator/health",
                "/images/..;/actuator/health",
                "//actuator/health"
            })
    void noSpellingOfAnInternalPathGetsThrough(String target) {
        String answer = RawRequest.get(
                gateway.address(), target, "127.0.0.1:" + gateway.address().getPort());

        assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*application/problem\\+json.*");
        assertThat(received).isEmpty();
    }

    @Test
    void aServiceThatDoesNotListenIsUnavailable() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (Gateway toNothing = gatewayTo(URI.create("http://127.0.0.1:" + free))) {
            HttpResponse<String> response =
                    http.send(request(toNothing, "/images").build(), HttpResponse.BodyHandlers.ofString());

            assertProblem(response, 503, "service-unavailable");
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void aServiceThatHangsUpIsABadGateway() throws Exception {
        try (Target broken = new Target(HttpExchange::close);
                Gateway toBroken = gatewayTo(broken.address())) {
            HttpResponse<String> response =
                    http.send(request(toBroken, "/images").build(), HttpResponse.BodyHandlers.ofString());

            assertProblem(response, 502, "bad-gateway");
        }
    }

    @Test
    void aServiceWithoutTargetIsUnavailable() throws Exception {
        assertProblem(send(request("/auth/signin")), 503, "service-unavailable");
    }

    @Test
    void whatIsNotRoutedIsNotFound() throws Exception {
        assertProblem(send(request("/nothing/here")), 404, "not-found");
        assertThat(received).isEmpty();
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = new JsonMapper().readTree(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("error").asString())
                .isEqualTo(problem.path("detail").asString());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the first part did not arrive");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Received forwarded() throws InterruptedException {
        Received request = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("nothing was forwarded");
        }
        return request;
    }

    private HttpRequest.Builder request(String path) {
        return request(gateway, path);
    }

    private static HttpRequest.Builder request(Gateway gateway, String path) {
        return HttpRequest.newBuilder(URI.create(gateway.address() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
