package dev.medley.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.sample.SampleServiceTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tomcat refuses by itself; no HTTP client would send it, so it goes through a bare socket. */
class ContainerErrorIT extends SampleServiceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /things?{} HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GE(T /things HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /things HTTP/1.1\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /things HTTP/1.1\r\nHost: local host\r\n\r\n"
            })
    void answersABadRequestWithAProblem(String request) throws IOException {
        assertThat(exchange(request))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"code\":\"invalid-request\"", "\"error\":")
                .doesNotContain("Apache", "Tomcat", "<html", "Exception");
    }

    @Test
    void answersHeadersThatAreTooLargeWithAProblem() throws IOException {
        String request = "GET /things HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(40_000) + "\r\n\r\n";

        assertThat(exchange(request)).startsWith("HTTP/1.1 400").contains("\"code\":\"invalid-request\"");
    }

    @Test
    void answersAnUnknownTransferEncodingWithAProblem() throws IOException {
        String request = "POST /things HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: magic\r\n\r\n";

        assertThat(exchange(request)).startsWith("HTTP/1.1 501").contains("\"code\":\"not-implemented\"");
    }

    @Test
    void answersTraceWithAProblem() throws IOException {
        String request = "TRACE /things HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        assertThat(exchange(request))
                .doesNotStartWith("HTTP/1.1 200")
                .containsIgnoringCase("Content-Type: application/problem+json");
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
