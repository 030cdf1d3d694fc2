package dev.medley.mediasync.transfer;

import java.io.IOException;

/** Where a media file can be read. */
public interface MediaSource {

    /** A link that works now; asked again when one has expired. */
    MediaLink resolve() throws IOException, InterruptedException;
}
