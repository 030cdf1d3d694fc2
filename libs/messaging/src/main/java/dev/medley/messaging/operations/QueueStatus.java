package dev.medley.messaging.operations;

/**
 * How much a queue holds, approximately, as SQS counts.
 *
 * @param name without environment prefix
 * @param waiting messages that can be received
 * @param inFlight messages that are being handled or wait for another attempt
 * @param delayed messages that were sent with a delay
 * @param deadLetters messages in its dead-letter queue
 */
record QueueStatus(String name, int waiting, int inFlight, int delayed, int deadLetters) {}
