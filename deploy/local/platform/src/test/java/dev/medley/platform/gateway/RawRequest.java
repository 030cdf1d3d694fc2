package dev.medley.platform.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends requests that a well-behaved client would not send. */
final class RawRequest {

    private RawRequest() {}

    /** The whole answer to {@code GET target} with that {@code Host}. */
    static String get(URI server, String target, String host) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            String request = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(target, host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
