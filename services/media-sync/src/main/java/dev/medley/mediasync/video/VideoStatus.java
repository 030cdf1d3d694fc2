package dev.medley.mediasync.video;

/** Where the copy of a media file stands. */
public enum VideoStatus {
    /** It is to be copied; with a reason, as soon as the provider hands it out. */
    PENDING,
    /** A worker copies it under a lease. */
    IN_PROGRESS,
    /** The copy is complete and proven. */
    COMPLETED,
    /** It could not be copied; the next run tries again unless the file itself is at fault. */
    FAILED,
    /** It was deleted at the source before it was copied. */
    SOURCE_DELETED
}
