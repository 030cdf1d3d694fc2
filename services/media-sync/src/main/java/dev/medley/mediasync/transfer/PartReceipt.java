package dev.medley.mediasync.transfer;

/**
 * A part that S3 has.
 *
 * @param number from 1
 * @param bytes its length
 * @param eTag as S3 answered it
 * @param checksum as S3 answered it
 */
public record PartReceipt(int number, long bytes, String eTag, String checksum) {}
