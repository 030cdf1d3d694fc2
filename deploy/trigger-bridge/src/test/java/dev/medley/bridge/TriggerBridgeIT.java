package dev.medley.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerBridgeIT {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000));

    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer server;
    private String received = "";
    private Headers headers = new Headers();

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
    }

    @Test
    void theServiceGetsTheEventSignedAndUnchangedAndItsAnswerComesBack() throws IOException {
        serve(exchange -> answer(exchange, 200, "{\"response\":{\"autoConfirmUser\":true}}"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String event = event("PreSignUp_SignUp");

        bridge(Duration.ofSeconds(3))
                .handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, context());

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"response\":{\"autoConfirmUser\":true}}");
        assertThat(received).isEqualTo(event);
        assertThat(headers.getFirst("X-Medley-Timestamp")).isEqualTo("1800000000");
        // Computed with openssl dgst -sha256 -hmac.
        assertThat(headers.getFirst("X-Medley-Signature"))
                .isEqualTo("c3f7aeab6815419f4e9957eab1ee22da215b2cc461ba1d55cac1dc0a0b55fab8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PreSignUp_SignUp",
                "DefineAuthChallenge_Authentication",
                "CreateAuthChallenge_Authentication",
                "VerifyAuthChallengeResponse_Authentication",
                "SomethingNew_Later"
            })
    void aRefusalReachesThePoolInTheWordsOfTheService(String source) {
        serve(exchange -> answer(exchange, 422, "{\"code\":\"signup-rejected\",\"error\":\"Not from here\"}"));

        assertThatThrownBy(() -> bridge(Duration.ofSeconds(3)).forward(event(source)))
                .isInstanceOf(TriggerRefusedException.class)
                .hasMessage("Not from here");
    }

    @Test
    void aPoolWithoutTheLambdaServiceGetsARefusalInThatServicesForm() {
        serve(exchange -> answer(exchange, 422, "{\"error\":\"Not \\\"from\\\" here\"}"));

        assertThat(bridge(Duration.ofSeconds(3)).invoke(event("PreSignUp_SignUp")))
                .isEqualTo("{\"errorMessage\":\"Not \\\"from\\\" here\","
                        + "\"errorType\":\"dev.medley.bridge.TriggerRefusedException\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 422, 500, 503})
    void anAnswerWithoutWordsForUsersIsAnOutage(int status) {
        serve(exchange -> answer(exchange, status, status == 401 ? "{\"error\":\"wrong signature\"}" : "broken"));

        assertThatThrownBy(() -> bridge(Duration.ofSeconds(3)).forward(event("PreSignUp_SignUp")))
                .isInstanceOf(TriggerRefusedException.class)
                .hasMessage("The sign-in service is not available right now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostConfirmation_ConfirmSignUp", "CustomMessage_ForgotPassword"})
    void whatCanDoWithoutTheServiceGoesOn(String source) {
        serve(exchange -> answer(exchange, 500, "{\"error\":\"broken\"}"));

        assertThat(bridge(Duration.ofSeconds(3)).forward(event(source))).isEqualTo(event(source));
    }

    @Test
    void aServiceThatIsDownCountsAsOutage() {
        int port = server.getAddress().getPort();
        server.stop(0);
        TriggerBridge bridge = new TriggerBridge(URI.create("http://127.0.0.1:" + port), "secret");

        assertThatThrownBy(() -> bridge.forward(event("PreSignUp_SignUp"))).isInstanceOf(TriggerRefusedException.class);
        assertThat(bridge.forward(event("CustomMessage_SignUp"))).isEqualTo(event("CustomMessage_SignUp"));
    }

    @Test
    void anAnswerThatNeverEndsCountsAsOutage() {
        serve(exchange -> {
            try {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                released.await();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatThrownBy(() -> bridge(Duration.ofMillis(300)).forward(event("PreSignUp_SignUp")))
                .isInstanceOf(TriggerRefusedException.class);
    }

    @Test
    void clientsCannotTalkTheBridgeIntoGoingOn() {
        serve(exchange -> answer(exchange, 500, ""));
        String event = """
                {"request": {"clientMetadata": {"triggerSource": "PostConfirmation_ConfirmSignUp"}},
                 "triggerSource": "PreSignUp_SignUp"}
                """;

        assertThatThrownBy(() -> bridge(Duration.ofSeconds(3)).forward(event))
                .isInstanceOf(TriggerRefusedException.class);
    }

    @Test
    void withoutItsEnvironmentItDoesNotStart() {
        assertThatThrownBy(TriggerBridge::new)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(TriggerBridge.ENDPOINT_VARIABLE);
    }

    /** Lambda's, of which the bridge asks nothing. */
    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, method, _) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private TriggerBridge bridge(Duration budget) {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/internal/cognito-triggers");
        return new TriggerBridge(endpoint, "secret", CLOCK, budget);
    }

    private void serve(Consumer<HttpExchange> handler) {
        server.createContext("/internal/cognito-triggers", exchange -> {
            received = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            headers = exchange.getRequestHeaders();
            handler.accept(exchange);
        });
    }

    private static void answer(HttpExchange exchange, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String event(String source) {
        return "{\"triggerSource\":\"%s\",\"userName\":\"Zoë\",\"response\":{}}".formatted(source);
    }
}
