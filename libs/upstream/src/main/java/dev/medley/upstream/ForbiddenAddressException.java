package dev.medley.upstream;

import java.io.IOException;

/** An address that may not be reached. Its message names the host and never the path or query, which may hold secrets. */
public final class ForbiddenAddressException extends IOException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String message) {
        super(message);
    }
}
