package dev.medley.mediasync.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.jspecify.annotations.Nullable;

/**
 * A source's answer, its bytes not yet read.
 *
 * @param in its bytes
 * @param connection to close afterwards; bytes that were not read are not waited for
 * @param ranged whether the source sends ranges
 * @param total length of the whole file, or -1 while the source tells none
 * @param validator strong {@code ETag}, or else {@code Last-Modified}; null for neither (RFC 9110, section 13.1.5)
 * @param waited from the request until the answer began
 */
record SourceBody(
        InputStream in,
        Closeable connection,
        boolean ranged,
        long total,
        @Nullable String validator,
        Duration waited) implements AutoCloseable {

    static final long UNKNOWN = -1;

    /** Reads the end of an answer whose bytes were all taken, so that its connection serves again. */
    void readEnd() {
        try {
            in.read();
        } catch (IOException _) {
            // Only the connection is lost.
        }
    }

    /** Ends a connection without its rest: closed in the ordinary way it would be read to the end of the body. */
    static void cutOff(Closeable connection) throws IOException {
        if (connection instanceof ModalCloseable modal) {
            modal.close(CloseMode.IMMEDIATE);
        } else {
            connection.close();
        }
    }

    @Override
    public void close() {
        try {
            cutOff(connection);
        } catch (IOException _) {
            // A connection that breaks while it is given up carried all that was wanted of it.
        }
    }
}
