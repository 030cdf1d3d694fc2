package dev.medley.mediasync.transfer;

import java.io.IOException;

/** Where a media file can be read. */
@FunctionalInterface
public interface MediaSource {

    /**
     * A link that works now. Asked again when one has expired, by one thread at a time.
     *
     * @throws IOException when the provider gives none; a {@link TransferException} says why
     */
    MediaLink resolve() throws IOException, InterruptedException;
}
