package dev.medley.mediasync.transfer;

import java.time.Duration;

/**
 * A finished transfer.
 *
 * @param bytes length of the object
 * @param bytesSent what this attempt sent; less than {@code bytes} when it resumed
 * @param eTag of the object
 * @param checksum of the whole object
 * @param duration of this attempt
 * @param timeToFirstByte from the request to the source's first byte
 */
public record TransferReceipt(
        long bytes, long bytesSent, String eTag, String checksum, Duration duration, Duration timeToFirstByte) {}
