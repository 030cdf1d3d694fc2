package dev.medley.identity.cognito;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks Cognito's wire protocol and says what it is told to, so that the real SDK meets errors that no pool produces on
 * demand.
 */
public final class FakePool implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Reply reply = new Reply(200, Map.of(), false);

    /**
     * What is said.
     *
     * @param status HTTP
     * @param body as JSON
     * @param never whether it is not said at all: the connection stays open and silent
     */
    private record Reply(int status, Map<String, String> body, boolean never) {}

    /** Starts on any free port. */
    public FakePool() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where an SDK finds it. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many calls came. */
    public int calls() {
        return calls.get();
    }

    /** Every operation fails from now on. */
    public void fail(String type, String message) {
        int status = type.equals("InternalErrorException") ? 500 : 400;
        reply = new Reply(status, Map.of("__type", type, "message", message), false);
    }

    /** No operation answers from now on. */
    public void fallSilent() {
        reply = new Reply(200, Map.of(), true);
    }

    private void handle(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        Reply current = reply;
        if (current.never()) {
            awaitClose();
        }
        try (exchange) {
            byte[] body = JsonMapper.shared().writeValueAsString(current.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            String type = current.body().get("__type");
            if (type != null) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
            }
            exchange.sendResponseHeaders(current.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
