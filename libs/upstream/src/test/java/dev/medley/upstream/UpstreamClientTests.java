package dev.medley.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamClientTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<HttpExchange> received = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpServer server;
    private UpstreamClient client;

    /** Sends what the server is to do with one request. */
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange);
            try (exchange) {
                answers.remove().to(exchange);
            }
        });
        server.start();
        client = client(Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        ended.countDown();
        server.stop(0);
    }

    private UpstreamClient client(Duration timeout) {
        UpstreamProperties settings = new UpstreamProperties(
                Set.of(), Duration.ofSeconds(5), timeout, 3, Duration.ofSeconds(2), Duration.ofSeconds(10), 1000);
        return new UpstreamClient(
                HttpClient.newHttpClient(),
                new AddressFilter(Set.of("127.0.0.1:" + server.getAddress().getPort())),
                settings,
                InstantSource.fixed(NOW),
                pauses::add);
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(address("/"))
                .header("Authorization", "Bearer secret")
                .build();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static Answer status(int status, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] body = ("status " + status).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void triesAgainAfterAPassingFailure(int status) throws Exception {
        answers.add(status(status));
        answers.add(status(status));
        answers.add(status(200));

        HttpResponse<byte[]> answer = client.send(request());

        assertThat(answer.body()).asString().isEqualTo("status 200");
        assertThat(pauses).hasSize(2);
        assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 206, 400, 401, 403, 404, 410, 501})
    void hasNoSecondTryAtAnyOtherAnswer(int status) throws Exception {
        answers.add(status(status));

        assertThat(client.send(request()).statusCode()).isEqualTo(status);
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "Mon, 02 Nov 2026 09:00:07 GMT"})
    void waitsAsLongAsTheServerAsks(String retryAfter) throws Exception {
        answers.add(status(429, "Retry-After", retryAfter));
        answers.add(status(200));

        assertThat(client.send(request()).statusCode()).isEqualTo(200);
        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void handsALongPauseToTheCaller() {
        answers.add(status(429, "Retry-After", "3600"));

        assertThatThrownBy(() -> client.send(request())).isInstanceOfSatisfying(UpstreamException.class, failure -> {
            assertThat(failure.status()).isEqualTo(429);
            assertThat(failure.retryAfter()).contains(Duration.ofHours(1));
        });
        assertThat(pauses).isEmpty();
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        answers.addAll(List.of(status(503), status(503), status(503)));

        assertThatThrownBy(() -> client.send(request()))
                .isInstanceOfSatisfying(
                        UpstreamException.class,
                        failure -> assertThat(failure.status()).isEqualTo(503));
        assertThat(received).hasSize(3);
    }

    @Test
    void followsARedirectOfTheSameServerWithItsCredentials() throws Exception {
        answers.add(status(302, "Location", "/elsewhere"));
        answers.add(status(200));

        assertThat(client.send(request()).statusCode()).isEqualTo(200);
        assertThat(received.get(1).getRequestURI()).hasPath("/elsewhere");
        assertThat(received.get(1).getRequestHeaders().getFirst("Authorization"))
                .isEqualTo("Bearer secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::ffff:10.0.0.1]/",
                "file:///etc/passwd",
                "http://not an address/"
            })
    void followsNoRedirectToWhereNothingMayBeRead(String location) {
        answers.add(status(307, "Location", location));

        assertThatThrownBy(() -> client.send(request())).isInstanceOf(ForbiddenAddressException.class);
        assertThat(received).as("there is no second try").hasSize(1);
    }

    @Test
    void doesNotFollowRedirectsForEver() {
        for (int i = 0; i < 18; i++) {
            answers.add(status(302, "Location", "/again"));
        }

        assertThatThrownBy(() -> client.send(request())).hasRootCauseMessage("127.0.0.1 redirects too often");
    }

    @Test
    void readsNoMoreThanTheLimit() {
        for (int i = 0; i < 3; i++) {
            answers.add(exchange -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(new byte[2000]);
            });
        }

        assertThatThrownBy(() -> client.send(request())).isInstanceOf(UpstreamException.class);
    }

    @Test
    void waitsForNoBodyThatDoesNotEnd() {
        client = client(Duration.ofMillis(200));
        for (int i = 0; i < 3; i++) {
            answers.add(exchange -> {
                exchange.sendResponseHeaders(200, 10);
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                awaitEnd();
            });
        }
        assertThatThrownBy(() -> client.send(request()))
                .isInstanceOf(UpstreamException.class)
                .rootCause()
                .isInstanceOf(TimeoutException.class);
    }

    private void awaitEnd() {
        try {
            assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void refusesAClientThatFollowsRedirectsItself() {
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatThrownBy(() -> new UpstreamClient(
                        following, new AddressFilter(Set.of()), settings(), InstantSource.system(), pauses::add))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static UpstreamProperties settings() {
        return new UpstreamProperties(
                Set.of(), Duration.ofSeconds(5), Duration.ofSeconds(5), 3, Duration.ofSeconds(2), Duration.ZERO, 1);
    }
}
