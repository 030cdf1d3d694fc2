package dev.medley.mediasync.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeastSpeedTests {

    private static final int LEAST = 600;

    private final AtomicLong now = new AtomicLong();

    /** A body of which so many bytes come at a time, each time after a wait. */
    private InputStream body(int bytes, int atATime, Duration wait) {
        InputStream slow = new ByteArrayInputStream(new byte[bytes]) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                now.addAndGet(wait.toNanos());
                return super.read(buffer, offset, Math.min(length, atATime));
            }
        };
        return new LeastSpeed(slow, LEAST, now::get);
    }

    @Test
    void aSourceThatTricklesIsGivenUpAfterAMinute() {
        InputStream trickle = body(10_000, 99, Duration.ofSeconds(10));

        assertThatThrownBy(trickle::readAllBytes)
                .isInstanceOfSatisfying(TransferException.class, failure -> {
                    assertThat(failure.failure()).isEqualTo(TransferFailure.SOURCE_UNAVAILABLE);
                    assertThat(failure.retryable()).isTrue();
                })
                .hasMessageContaining("594 bytes in a minute");
        assertThat(Duration.ofNanos(now.get())).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aSourceThatIsFastAtFirstIsGivenUpWhenItTrickles() throws IOException {
        InputStream body = body(10_000, 1000, Duration.ofMinutes(1));
        assertThat(body.readNBytes(5000)).hasSize(5000);

        assertThatThrownBy(() -> body.read()).isInstanceOf(TransferException.class);
    }

    @Test
    void aSlowSourceIsReadToItsEnd() throws IOException {
        assertThat(body(10_000, 100, Duration.ofSeconds(10)).readAllBytes()).hasSize(10_000);
    }

    @Test
    void theTimeBetweenReadsIsNotTheSources() throws IOException {
        InputStream body = body(1000, 10, Duration.ofMillis(1));
        int read = 0;
        for (int count = body.read(new byte[10]); count >= 0; count = body.read(new byte[10])) {
            read += count;
            now.addAndGet(Duration.ofMinutes(2).toNanos());
        }

        assertThat(read).isEqualTo(1000);
    }
}
