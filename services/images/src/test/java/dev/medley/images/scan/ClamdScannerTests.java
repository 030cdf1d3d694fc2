package dev.medley.images.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
    void whateverIsNoVerdictIsAnError() {
        clamd.answer("INSTREAM size limit exceeded. ERROR");
        assertThatExceptionOfType(ScannerUnavailableException.class).isThrownBy(() -> scanner.scan(new byte[10]));

        clamd.close();
        assertThatExceptionOfType(ScannerUnavailableException.class).isThrownBy(() -> scanner.scan(new byte[10]));
    }
}
