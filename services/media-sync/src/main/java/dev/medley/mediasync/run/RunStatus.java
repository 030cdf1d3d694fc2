package dev.medley.mediasync.run;

/** Where a run stands. */
public enum RunStatus {
    /** The provider's library is being listed. */
    LISTING,
    /** Everything is listed; what is new is being copied. */
    TRANSFERRING,
    /** Everything is copied. */
    COMPLETED,
    /** Some media could not be copied; the next run tries them again. */
    PARTIAL,
    /** The library could not be listed. */
    FAILED,
    /** Somebody stopped it. */
    CANCELLED;

    /** Whether it has ended. */
    public boolean isFinal() {
        return switch (this) {
            case LISTING, TRANSFERRING -> false;
            case COMPLETED, PARTIAL, FAILED, CANCELLED -> true;
        };
    }
}
