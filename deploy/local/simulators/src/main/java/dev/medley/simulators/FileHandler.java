package dev.medley.simulators;

import com.sun.net.httpserver.HttpExchange;
import dev.medley.simulators.Faults.Fault;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends files whole or in parts (RFC 9110 section 14), with the faults of their bodies. */
final class FileHandler {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final int BLOCK = 64 * 1024;

    private final Faults faults;
    private final MediaLibrary library;

    FileHandler(Faults faults, MediaLibrary library) {
        this.faults = faults;
        this.library = library;
    }

    /**
     * A part of a file.
     *
     * @param from its first byte
     * @param length how many bytes
     */
    private record Part(long from, long length) {}

    void send(HttpExchange exchange, Media media) throws IOException {
        if (faults.strikes(Fault.FAIL_BODY)) {
            exchange.sendResponseHeaders(500, -1);
            return;
        }
        if (faults.strikes(Fault.LIMIT_BODY)) {
            exchange.getResponseHeaders()
                    .set("Retry-After", Long.toString(faults.retryAfter().toSeconds()));
            exchange.sendResponseHeaders(429, -1);
            return;
        }
        boolean ranges = !faults.strikes(Fault.IGNORE_RANGES);
        if (ranges) {
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        }
        if (!faults.strikes(Fault.HIDE_ETAG)) {
            exchange.getResponseHeaders().set("ETag", media.eTag());
        }
        exchange.getResponseHeaders().set("Content-Type", "video/mp4");
        Part part = ranges ? part(exchange, media) : null;
        if (part != null && part.length() <= 0) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + media.bytes());
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (part != null) {
            exchange.getResponseHeaders()
                    .set(
                            "Content-Range",
                            "bytes %d-%d/%d".formatted(part.from(), part.from() + part.length() - 1, media.bytes()));
        }
        Part sent = part == null ? new Part(0, media.bytes()) : part;
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(sent.length()));
        }
        exchange.sendResponseHeaders(part == null ? 200 : 206, head || sent.length() == 0 ? -1 : sent.length());
        if (!head && sent.length() > 0) {
            body(exchange.getResponseBody(), media, sent);
        }
        if (faults.strikes(Fault.CHANGE_CONTENT)) {
            library.put(media.changed());
        }
    }

    /** The part that is asked for; null for the whole file, as when If-Range names another version. */
    private static @Nullable Part part(HttpExchange exchange, Media media) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        if (range == null || (condition != null && !condition.equals(media.eTag()))) {
            return null;
        }
        Matcher bounds = RANGE.matcher(range);
        if (!bounds.matches()) {
            return null;
        }
        long from = Long.parseLong(bounds.group(1));
        long last = bounds.group(2).isEmpty() ? media.bytes() - 1 : Long.parseLong(bounds.group(2));
        return new Part(from, Math.min(last, media.bytes() - 1) - from + 1);
    }

    private void body(OutputStream out, Media media, Part part) throws IOException {
        GeneratedContent content = media.content();
        if (faults.strikes(Fault.BREAK_BODY)) {
            content.write(out, part.from(), part.length() / 2);
            out.flush();
            throw new IOException("the body breaks off");
        }
        if (faults.strikes(Fault.CORRUPT_BODY)) {
            out.write(content.at(part.from()) ^ 1);
            content.write(out, part.from() + 1, part.length() - 1);
            return;
        }
        boolean slow = faults.strikes(Fault.SLOW_BODY);
        content.write(slow ? new SlowStream(out) : out, part.from(), part.length());
    }

    /** Rests after every block. */
    private final class SlowStream extends FilterOutputStream {

        SlowStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; done += BLOCK) {
                out.write(bytes, offset + done, Math.min(BLOCK, length - done));
                out.flush();
                rest();
            }
        }

        private void rest() throws IOException {
            try {
                Thread.sleep(faults.slowness());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped", e);
            }
        }
    }
}
