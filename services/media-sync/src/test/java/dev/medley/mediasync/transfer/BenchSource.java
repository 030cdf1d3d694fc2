package dev.medley.mediasync.transfer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves files of any length, as fast as one core can: {@code /<bytes>}, with ranges. */
final class BenchSource implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private final byte[] content = new byte[32 << 20];
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    BenchSource() throws IOException {
        new Random(1).nextBytes(content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address(long bytes) {
        return URI.create("http://127.0.0.1:%d/%d".formatted(server.getAddress().getPort(), bytes));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            long total = Long.parseLong(exchange.getRequestURI().getPath().substring(1));
            String range = exchange.getRequestHeaders().getFirst("Range");
            Matcher numbers = RANGE.matcher(range == null ? "" : range);
            boolean ranged = numbers.matches();
            long from = ranged ? Long.parseLong(numbers.group(1)) : 0;
            long end = ranged && !numbers.group(2).isEmpty() ? Long.parseLong(numbers.group(2)) + 1 : total;
            exchange.getResponseHeaders().set("ETag", "\"" + total + "\"");
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            if (ranged) {
                exchange.getResponseHeaders().set("Content-Range", "bytes %d-%d/%d".formatted(from, end - 1, total));
            }
            exchange.sendResponseHeaders(
                    ranged ? 206 : 200, exchange.getRequestMethod().equals("HEAD") ? -1 : end - from);
            if (!exchange.getRequestMethod().equals("HEAD")) {
                send(exchange.getResponseBody(), from, end);
            }
        }
    }

    private void send(OutputStream out, long from, long end) throws IOException {
        for (long at = from; at < end; ) {
            int offset = (int) (at % content.length);
            int count = (int) Math.min(Math.min(end - at, content.length - offset), 256 << 10);
            out.write(content, offset, count);
            at += count;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
