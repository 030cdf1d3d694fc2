package dev.medley.mediasync.transfer;

import java.util.Optional;

/** What of a transfer survives the process. */
public interface TransferJournal {

    /** The multipart upload that an earlier attempt left open. */
    Optional<OpenUpload> open();

    /** Remembers a new multipart upload, in place of any earlier one. */
    void opened(OpenUpload upload);

    /** Remembers a part that S3 has. */
    void partFinished(PartReceipt part);

    /** Tells that the transfer is alive, and how far it is. */
    void heartbeat(long bytesSoFar);

    /** Forgets the multipart upload: it is completed or aborted. */
    void closed();
}
