package dev.medley.mediasync.copy;

import dev.medley.mediasync.transfer.TransferReceipt;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What is measured of copies, under the names that dashboards know. */
@Component
class SyncMetrics {

    private static final String PROVIDER = "Provider";

    private final MeterRegistry registry;

    SyncMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void completed(String provider, TransferReceipt receipt) {
        registry.counter("VideosSynced", PROVIDER, provider).increment();
        registry.counter("BytesTransferred", PROVIDER, provider).increment((double) receipt.bytesSent());
        registry.timer("TransferDuration", PROVIDER, provider).record(receipt.duration());
        registry.timer("TimeToFirstByte", PROVIDER, provider).record(receipt.timeToFirstByte());
        double seconds = Math.max(receipt.duration().toNanos(), 1) / 1e9;
        registry.summary("TransferThroughput", PROVIDER, provider).record(receipt.bytesSent() * 8 / seconds / 1e6);
    }

    /** Counts every try that came to nothing. */
    void failed(String provider, String reason) {
        registry.counter("SyncFailures", PROVIDER, provider, "ErrorType", reason)
                .increment();
    }
}
