package dev.medley.storage;

/**
 * What S3 knows of an object.
 *
 * @param bytes its length
 * @param contentType as sent by the uploader
 * @param eTag without quotes
 */
public record StoredObject(long bytes, String contentType, String eTag) {}
