package dev.medley.tests;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 request or response as it was on the wire (RFC 9112), so that passing it on keeps signatures valid.
 */
final class HttpMessage {

    private static final String CRLF = "\r\n";
    private static final String EXPECT = "expect";

    /** Start line and header fields, each ended by CRLF, without the empty line. */
    private final String head;

    /** As sent, chunked or not. */
    private final byte[] body;

    private HttpMessage(String head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /** Reads a request, telling a client that waits for it to go on; null when there is none any more. */
    static @Nullable HttpMessage readRequest(InputStream in, OutputStream out) throws IOException {
        String head = readHead(in);
        if (head == null) {
            return null;
        }
        if (header(head, EXPECT) != null) {
            out.write(("HTTP/1.1 100 Continue" + CRLF + CRLF).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        String length = header(head, "content-length");
        return new HttpMessage(
                head, isChunked(head) ? readChunks(in) : in.readNBytes(length == null ? 0 : Integer.parseInt(length)));
    }

    /** Reads the response to a request. */
    static HttpMessage readResponse(InputStream in, HttpMessage request) throws IOException {
        String head = readHead(in);
        if (head == null) {
            throw new EOFException("the server closed the connection without an answer");
        }
        String status = head.split(" ", 3)[1];
        String length = header(head, "content-length");
        if (request.startLine().startsWith("HEAD ") || status.equals("204") || status.equals("304")) {
            return new HttpMessage(head, new byte[0]);
        }
        if (isChunked(head)) {
            return new HttpMessage(head, readChunks(in));
        }
        return new HttpMessage(head, length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length)));
    }

    /** Method, target and version, or version, status and reason. */
    String startLine() {
        return head.substring(0, head.indexOf(CRLF));
    }

    /** The value of a header field, or null. */
    @Nullable
    String header(String name) {
        return header(head, name);
    }

    /** The body as text, where it is text. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Writes it as it came, but for {@code Expect}, which has been answered. */
    void writeTo(OutputStream out) throws IOException {
        String fields = head.lines()
                .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith(EXPECT + ":"))
                .collect(Collectors.joining(CRLF, "", CRLF + CRLF));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(fields.getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        whole.writeTo(out);
        out.flush();
    }

    private static @Nullable String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        String line = readLine(in);
        while (line != null && !line.isEmpty()) {
            head.append(line).append(CRLF);
            line = readLine(in);
        }
        return head.isEmpty() ? null : head.toString();
    }

    private static byte[] readChunks(InputStream in) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        int size;
        do {
            String line = requireLine(in);
            append(raw, line);
            size = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
            if (size > 0) {
                raw.write(in.readNBytes(size));
                append(raw, requireLine(in));
            }
        } while (size > 0);
        String trailer;
        do {
            trailer = requireLine(in);
            append(raw, trailer);
        } while (!trailer.isEmpty());
        return raw.toByteArray();
    }

    private static void append(ByteArrayOutputStream raw, String line) throws IOException {
        raw.write((line + CRLF).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String requireLine(InputStream in) throws IOException {
        String line = readLine(in);
        if (line == null) {
            throw new EOFException("the message ends inside its body");
        }
        return line;
    }

    private static @Nullable String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (next != '\r') {
                line.write(next);
            }
            next = in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static boolean isChunked(String head) {
        return "chunked".equalsIgnoreCase(header(head, "transfer-encoding"));
    }

    private static @Nullable String header(String head, String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElse(null);
    }
}
