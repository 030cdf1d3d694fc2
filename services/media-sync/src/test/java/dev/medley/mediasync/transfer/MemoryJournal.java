package dev.medley.mediasync.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A journal that survives attempts and not the process. */
class MemoryJournal implements TransferJournal {

    final AtomicInteger heartbeats = new AtomicInteger();
    private @Nullable OpenUpload upload;
    private final List<PartReceipt> parts = new ArrayList<>();

    @Override
    public synchronized Optional<OpenUpload> open() {
        return upload == null
                ? Optional.empty()
                : Optional.of(new OpenUpload(
                        upload.uploadId(), upload.validator(), upload.bytes(), upload.partSize(), List.copyOf(parts)));
    }

    @Override
    public synchronized void opened(OpenUpload opened) {
        upload = opened;
        parts.clear();
    }

    @Override
    public synchronized void partFinished(PartReceipt part) {
        parts.add(part);
    }

    @Override
    public void heartbeat(long bytesSoFar) throws TransferException {
        heartbeats.incrementAndGet();
    }

    @Override
    public synchronized void closed() {
        upload = null;
        parts.clear();
    }
}
