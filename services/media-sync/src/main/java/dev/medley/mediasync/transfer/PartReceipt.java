package dev.medley.mediasync.transfer;

/**
 * A stored part.
 *
 * @param number from 1
 * @param bytes its length
 * @param eTag S3's name for its content
 * @param checksum its CRC-32C as S3 writes it: Base64 of four bytes, big-endian
 */
public record PartReceipt(int number, long bytes, String eTag, String checksum) {}
