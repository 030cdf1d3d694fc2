package dev.medley.mediasync.transfer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Shares a number of bytes a second among all transfers of this instance, evenly over time. */
final class BandwidthLimit {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final long bytesPerSecond;
    private long freeAt = System.nanoTime();

    /** No limit when null. */
    BandwidthLimit(@Nullable DataSize perSecond) {
        this.bytesPerSecond = perSecond == null ? Long.MAX_VALUE : perSecond.toBytes();
    }

    /** Returns when so many more bytes may pass. */
    void await(int bytes) throws InterruptedException {
        if (bytesPerSecond == Long.MAX_VALUE) {
            return;
        }
        long pause;
        synchronized (this) {
            long now = System.nanoTime();
            freeAt = Math.max(freeAt, now) + bytes * SECOND / bytesPerSecond;
            pause = freeAt - now;
        }
        Thread.sleep(Duration.ofNanos(pause));
    }
}
