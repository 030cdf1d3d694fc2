package dev.medley.mediasync.transfer;

/** Why a transfer failed. */
public enum TransferFailure {
    /** The provider has the file no more. */
    SOURCE_GONE(false),
    /** The file was replaced while it was read; nothing of the attempt is kept. */
    SOURCE_CHANGED(true),
    /** The source ended before the length that it named. */
    SHORT_BODY(true),
    /** The source's length is not the listed one. */
    SIZE_MISMATCH(false),
    /** What S3 stored is not what was read. */
    CHECKSUM_MISMATCH(true),
    /** The provider gives no link to the file. */
    NO_LINK(true),
    /** The source refuses even a fresh link. */
    SOURCE_REFUSED(false),
    /** The source does not answer, or only with errors that pass. */
    SOURCE_UNAVAILABLE(true),
    /** S3 has forgotten the multipart upload, as after somebody aborted it; nothing of the attempt is kept. */
    UPLOAD_LOST(true),
    /** S3 does not take the parts. */
    TARGET_UNAVAILABLE(true),
    /** S3 refuses the object: a right, the bucket or the key is missing. */
    TARGET_REFUSED(false),
    /** The link leads to an address that no link may lead to. */
    FORBIDDEN_ADDRESS(false),
    /** The file is longer than S3 takes it, or than memory can cut it into parts. */
    TOO_LARGE(false),
    /** Somebody ended the transfer. */
    CANCELLED(false);

    private final boolean retryable;

    TransferFailure(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether doing the same step again at once may help. */
    boolean mayPass() {
        return this == SHORT_BODY
                || this == CHECKSUM_MISMATCH
                || this == SOURCE_UNAVAILABLE
                || this == TARGET_UNAVAILABLE;
    }

    /** Whether what is stored is of no use to another attempt. */
    boolean isWasted() {
        return switch (this) {
            case SOURCE_GONE, SOURCE_CHANGED, UPLOAD_LOST, CHECKSUM_MISMATCH, SIZE_MISMATCH, TOO_LARGE -> true;
            default -> false;
        };
    }

    /** Whether another attempt may succeed. */
    public boolean isRetryable() {
        return retryable;
    }
}
