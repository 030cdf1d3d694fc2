package dev.medley.storage;

/**
 * Names an object.
 *
 * @param bucket without environment prefix, as in {@code deploy/buckets.yaml}
 * @param key its key
 */
public record ObjectReference(String bucket, String key) {}
