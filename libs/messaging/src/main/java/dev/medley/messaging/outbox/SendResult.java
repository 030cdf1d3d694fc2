package dev.medley.messaging.outbox;

/** What became of one row that was handed to its queue. */
sealed interface SendResult {

    /** The row in question. */
    OutboxRow row();

    /** The queue has it. */
    record Sent(OutboxRow row) implements SendResult {}

    /**
     * The queue took others of the same request and refused this one; a later attempt may succeed.
     *
     * @param error SQS's code and message
     */
    record Refused(OutboxRow row, String error) implements SendResult {}

    /**
     * The queue cannot be reached or refused the whole request, which says nothing against this row.
     *
     * @param error what went wrong
     */
    record Unreachable(OutboxRow row, String error) implements SendResult {}

    /**
     * No queue will ever take it: it is too long or holds characters that SQS does not allow.
     *
     * @param error what is wrong with it
     */
    record Unsendable(OutboxRow row, String error) implements SendResult {}
}
