package dev.medley.mediasync.transfer;

/** The source answers as to a link that is too old. */
final class ExpiredLinkException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    ExpiredLinkException(int status) {
        super("answered " + status);
        this.status = status;
    }

    /** The source's HTTP status. */
    int status() {
        return status;
    }
}
