package dev.medley.messaging;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a handler or listener when a message can never succeed: it goes to the dead-letter queue at once, with the
 * reason attached, instead of being delivered again.
 */
public class NonRetryableMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String detail;

    /**
     * @param reason stable code in lower case with hyphens, for example {@code unknown-event-type}; operators filter by
     *     it
     * @param detail the same for people; must not quote personal data, as it is stored with the message
     */
    public NonRetryableMessageException(String reason, String detail) {
        this(reason, detail, null);
    }

    /** As {@link #NonRetryableMessageException(String, String)}, with what led to it, for the log. */
    public NonRetryableMessageException(String reason, String detail, @Nullable Throwable cause) {
        super(reason + ": " + detail, cause);
        this.reason = reason;
        this.detail = detail;
    }

    /** The stable code. */
    public String reason() {
        return reason;
    }

    /** The same for people. */
    public String detail() {
        return detail;
    }
}
