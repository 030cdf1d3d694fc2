package dev.medley.images.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClamdScannerTests {

    private final FakeClamd clamd = new FakeClamd();
    private final VirusScanner scanner = new ClamdScanner("127.0.0.1", clamd.port(), Duration.ofSeconds(5));

    @AfterEach
    void stop() {
        clamd.close();
    }

    @Test
    void aCleanFileOfManyChunksPasses() {
        assertThat(scanner.scan(new byte[1_000_000])).isEqualTo(ScanOutcome.CLEAN);
    }

    @Test
    void theTestVirusIsFoundAcrossTheBorderOfTwoChunks() {
        byte[] virus = FakeClamd.EICAR.getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = new byte[200_000];
        System.arraycopy(virus, 0, file, 64 * 1024 - 10, virus.length);

        assertThat(scanner.scan(file)).isEqualTo(ScanOutcome.INFECTED);
        assertThat(scanner.scan(Arrays.copyOf(file, 64 * 1024))).isEqualTo(ScanOutcome.CLEAN);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aServerThatNeverReadsIsUnavailableAtTheDeadline() throws IOException {
        try (ServerSocket silent = new ServerSocket()) {
            silent.setReceiveBufferSize(4_096);
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertUnavailable(silent, new byte[50_000_000]);
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aServerThatDripsItsAnswerIsUnavailableAtTheDeadline() throws IOException {
        try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(dripping));

            assertUnavailable(dripping, new byte[10]);
        }
    }

    private static void assertUnavailable(ServerSocket server, byte[] file) {
        VirusScanner impatient = new ClamdScanner("127.0.0.1", server.getLocalPort(), Duration.ofMillis(500));

        assertThatExceptionOfType(ScannerUnavailableException.class).isThrownBy(() -> impatient.scan(file));
    }

    /** A byte of the answer whenever nothing came for a while, until the scanner hangs up. */
    private static void drip(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.setSoTimeout(100);
            boolean open = true;
            while (open) {
                try {
                    open = client.getInputStream().read() >= 0;
                } catch (SocketTimeoutException _) {
                    client.getOutputStream().write('s');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whateverIsNoVerdictIsAnError() throws IOException {
        clamd.answerOnce("INSTREAM size limit exceeded. ERROR");
        assertThatExceptionOfType(ScannerUnavailableException.class).isThrownBy(() -> scanner.scan(new byte[10]));

        int nobody;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = taken.getLocalPort();
        }
        VirusScanner absent = new ClamdScanner("127.0.0.1", nobody, Duration.ofSeconds(5));
        assertThatExceptionOfType(ScannerUnavailableException.class).isThrownBy(() -> absent.scan(new byte[10]));
    }
}
