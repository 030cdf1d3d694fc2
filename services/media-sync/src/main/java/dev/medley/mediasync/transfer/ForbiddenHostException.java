package dev.medley.mediasync.transfer;

import java.net.UnknownHostException;

/** A link leads to a host that it may not lead to. */
final class ForbiddenHostException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenHostException(Throwable cause) {
        super(cause.getMessage());
        initCause(cause);
    }
}
