package dev.medley.mediasync.transfer;

import org.springframework.stereotype.Component;

/** Copies media files from their sources to storage. */
@Component
public class MediaTransfers {

    /**
     * Copies one file.
     *
     * @throws TransferException when nothing was stored
     */
    public TransferReceipt transfer(MediaSource source, TransferRequest request, TransferJournal journal)
            throws TransferException, InterruptedException {
        throw new UnsupportedOperationException("there is no transfer engine yet");
    }
}
