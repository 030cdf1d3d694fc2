package dev.medley.mediasync.transfer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server with one file, whose links expire, and that can do everything wrong. */
final class FileServer implements MediaSource, AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    /** What the server does instead of sending what it was asked for; null for nothing special. */
    interface Fault {
        @Nullable
        Misdeed on(long from, int requestsBefore);
    }

    /** A way to fail. */
    enum Misdeed {
        ERROR_500,
        BUSY_FOR_AN_HOUR,
        NOT_FOUND,
        FORBIDDEN,
        HALF_A_BODY,
        STALL,
        RANGE_WITHOUT_NAME,
        OTHER_RANGE
    }

    final List<String> ranges = new CopyOnWriteArrayList<>();
    final AtomicInteger resolved = new AtomicInteger();
    private final AtomicInteger expired = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile byte[] content;
    private volatile @Nullable String eTag = "\"one\"";
    private volatile boolean rangesSupported = true;
    private volatile boolean lengthKnown = true;
    private volatile Fault fault = (_, _) -> null;

    FileServer(int bytes) throws IOException {
        this.content = content(bytes, 1);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static byte[] content(int bytes, long seed) {
        byte[] content = new byte[bytes];
        new Random(seed).nextBytes(content);
        return content;
    }

    byte[] content() {
        return content;
    }

    FileServer withoutRanges() {
        rangesSupported = false;
        return this;
    }

    FileServer withoutLength() {
        lengthKnown = false;
        return withoutRanges();
    }

    FileServer withETag(@Nullable String other) {
        eTag = other;
        return this;
    }

    FileServer failing(Fault how) {
        fault = how;
        return this;
    }

    /** Another file of the same length under the same address. */
    void replace(@Nullable String otherETag) {
        content = content(content.length, 2);
        eTag = otherETag;
    }

    void expireLinks() {
        expired.set(resolved.get());
    }

    @Override
    public MediaLink resolve() {
        return new MediaLink(
                URI.create(
                        "http://127.0.0.1:%d/%d".formatted(server.getAddress().getPort(), resolved.incrementAndGet())),
                Map.of());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String range = exchange.getRequestHeaders().getFirst("Range");
            Matcher numbers = RANGE.matcher(range);
            if (!numbers.matches()) {
                throw new IOException("asked for " + range);
            }
            int from = Integer.parseInt(numbers.group(1));
            Misdeed misdeed;
            byte[] file;
            @Nullable String tag;
            // A request sees the file before or after it was replaced, and takes its turn in being counted.
            synchronized (ranges) {
                int before = ranges.size();
                ranges.add(range);
                misdeed = fault.on(from, before);
                file = content;
                tag = eTag;
            }
            int to = numbers.group(2).isEmpty()
                    ? file.length
                    : Math.min(file.length, Integer.parseInt(numbers.group(2)) + 1);
            if (Integer.parseInt(exchange.getRequestURI().getPath().substring(1)) <= expired.get()) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            if (tag != null) {
                exchange.getResponseHeaders().set("ETag", tag);
            }
            switch (misdeed) {
                case null -> send(exchange, file, tag, from, to);
                case ERROR_500 -> exchange.sendResponseHeaders(500, -1);
                case NOT_FOUND -> exchange.sendResponseHeaders(404, -1);
                case FORBIDDEN -> exchange.sendResponseHeaders(403, -1);
                case BUSY_FOR_AN_HOUR -> {
                    exchange.getResponseHeaders().set("Retry-After", "3600");
                    exchange.sendResponseHeaders(429, -1);
                }
                case HALF_A_BODY -> {
                    head(exchange, file, from, to, !rangesSupported);
                    exchange.getResponseBody().write(file, from, (to - from) / 2);
                    exchange.getResponseBody().flush();
                    throw new IOException("half is enough");
                }
                case STALL -> {
                    head(exchange, file, from, to, !rangesSupported);
                    exchange.getResponseBody().write(file, from, 1);
                    exchange.getResponseBody().flush();
                    awaitClosing();
                }
                case RANGE_WITHOUT_NAME -> {
                    exchange.sendResponseHeaders(206, to - from);
                    exchange.getResponseBody().write(file, from, to - from);
                }
                case OTHER_RANGE -> {
                    exchange.getResponseHeaders()
                            .set("Content-Range", "bytes %d-%d/%d".formatted(from + 1, to - 1, file.length));
                    exchange.sendResponseHeaders(206, to - from - 1);
                    exchange.getResponseBody().write(file, from + 1, to - from - 1);
                }
            }
        }
    }

    private void send(HttpExchange exchange, byte[] file, @Nullable String tag, int from, int to) throws IOException {
        if (rangesSupported && file.length == 0) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */0");
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        boolean whole = !rangesSupported || (condition != null && !condition.equals(tag));
        int first = whole ? 0 : from;
        int end = whole ? file.length : to;
        head(exchange, file, first, end, whole);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(file, first, end - first);
        }
    }

    private void head(HttpExchange exchange, byte[] file, int from, int to, boolean whole) throws IOException {
        if (!whole) {
            exchange.getResponseHeaders().set("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, file.length));
        }
        long length = to == from ? -1 : to - from;
        exchange.sendResponseHeaders(whole ? 200 : 206, lengthKnown ? length : 0);
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Breaks off what it sends and answers no more. */
    void goAway() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Override
    public void close() {
        goAway();
    }
}
