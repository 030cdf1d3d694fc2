package dev.medley.images.engine;

import org.jspecify.annotations.Nullable;

/** A file is at fault, not the platform: trying again would end the same way. */
public class RejectedImageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Rejection rejection;

    /** A verdict without underlying error. */
    public RejectedImageException(Rejection rejection) {
        this(rejection, null);
    }

    /** A verdict that follows from a decoder's error. */
    public RejectedImageException(Rejection rejection, @Nullable Throwable cause) {
        super(rejection.code(), cause);
        this.rejection = rejection;
    }

    /** The verdict. */
    public Rejection rejection() {
        return rejection;
    }
}
