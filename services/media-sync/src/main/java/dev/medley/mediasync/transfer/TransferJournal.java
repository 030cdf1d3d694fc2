package dev.medley.mediasync.transfer;

import java.util.Optional;

/** What of a transfer survives the process. Parts are reported by several threads at once. */
public interface TransferJournal {

    /** The multipart upload that an earlier attempt left open. */
    Optional<OpenUpload> open();

    /** A multipart upload was begun; it replaces any other. */
    void opened(OpenUpload upload);

    /** A part is stored. */
    void partFinished(PartReceipt part);

    /**
     * The transfer is alive; called every few seconds by the thread that runs it.
     *
     * @param bytesSoFar stored or on their way
     * @throws TransferException to end the transfer, leaving what is stored for a later attempt
     */
    void heartbeat(long bytesSoFar) throws TransferException;

    /** No multipart upload is open any more: it was completed, or given up and aborted. */
    void closed();
}
