package dev.medley.mediasync.transfer;

/** Why a transfer failed. */
public enum TransferFailure {
    /** The source has no such file any more. */
    SOURCE_GONE,
    /** The source's content changed while it was read. */
    SOURCE_CHANGED,
    /** The source ended early. */
    SHORT_BODY,
    /** The length is not the announced one. */
    SIZE_MISMATCH,
    /** What arrived is not what was sent. */
    CHECKSUM_MISMATCH,
    /** The source does not give the file to us. */
    SOURCE_REFUSED,
    /** The source does not answer, or with an error of its own. */
    SOURCE_UNAVAILABLE,
    /** Storage does not answer, or with an error of its own. */
    TARGET_UNAVAILABLE,
    /** The link or one of its redirects leads where nothing may be read. */
    FORBIDDEN_ADDRESS,
    /** Somebody stopped it. */
    CANCELLED
}
