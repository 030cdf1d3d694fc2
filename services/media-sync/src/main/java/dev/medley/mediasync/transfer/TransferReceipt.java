package dev.medley.mediasync.transfer;

import java.time.Duration;

/**
 * A finished transfer.
 *
 * @param bytes length of the object
 * @param bytesSent by this attempt, parts that were sent twice counted twice
 * @param eTag of the object, without quotes
 * @param checksum CRC-32C of the whole object as S3 writes it
 * @param duration of this attempt
 * @param timeToFirstByte from the first request to the source until its answer began
 */
public record TransferReceipt(
        long bytes, long bytesSent, String eTag, String checksum, Duration duration, Duration timeToFirstByte) {}
