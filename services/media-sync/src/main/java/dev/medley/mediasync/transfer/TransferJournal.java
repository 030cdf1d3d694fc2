package dev.medley.mediasync.transfer;

import java.util.Optional;

/** What of a transfer survives the process. Parts are reported by several threads at once. */
public interface TransferJournal {

    /** The multipart upload that an earlier attempt left open. */
    Optional<OpenUpload> open();

    /**
     * A multipart upload was begun; it replaces any other.
     *
     * @throws TransferException {@link TransferFailure#CANCELLED} when the transfer is another's by now
     */
    void opened(OpenUpload upload) throws TransferException;

    /**
     * A part is stored. May take a while where what keeps the journal is away.
     *
     * @throws TransferException as {@link #opened} does
     */
    void partFinished(PartReceipt part) throws TransferException, InterruptedException;

    /**
     * The transfer is alive; called every few seconds by the thread that runs it. That it cannot be noted is no reason to
     * end the transfer.
     *
     * @param bytesSoFar stored or on their way
     * @throws TransferException to end the transfer, leaving what is stored for a later attempt
     */
    void heartbeat(long bytesSoFar) throws TransferException;

    /**
     * The multipart upload was given up. One that was completed is not reported: whoever notes the finished object removes
     * the entry with it, so that an attempt that dies in between finds the object by its parts.
     *
     * @throws TransferException as {@link #opened} does
     */
    void closed() throws TransferException;
}
