package dev.medley.images.library;

/** Where an image stands. */
public enum ImageStatus {
    /** Announced; the file has not arrived. */
    UPLOADING,
    /** The file is being judged. */
    VALIDATING,
    /** Renditions are being made. */
    RENDERING,
    /** All renditions are stored. */
    PROCESSED,
    /** The file is at fault; it has no renditions. */
    REJECTED,
    /** The platform is at fault; an operator can have it tried again. */
    FAILED,
    /** The file never came; one that still comes is removed. */
    EXPIRED;

    /** Whether the pipeline may take an image from here to {@code next}. */
    public boolean canBecome(ImageStatus next) {
        return switch (this) {
            case UPLOADING -> next == VALIDATING || next == EXPIRED;
            case FAILED -> next == VALIDATING;
            case VALIDATING -> next == VALIDATING || next == RENDERING || next == REJECTED || next == FAILED;
            case RENDERING -> next == VALIDATING || next == PROCESSED || next == REJECTED || next == FAILED;
            case PROCESSED, REJECTED, EXPIRED -> false;
        };
    }

    /** Whether nothing changes any more. */
    public boolean isFinal() {
        return this == PROCESSED || this == REJECTED || this == EXPIRED;
    }

    /** Whether nothing changes unless somebody asks for it: final, or failed until an operator has it tried again. */
    public boolean isSettled() {
        return isFinal() || this == FAILED;
    }
}
