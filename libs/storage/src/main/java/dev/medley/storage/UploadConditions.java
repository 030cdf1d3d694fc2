package dev.medley.storage;

import org.jspecify.annotations.Nullable;

/**
 * What a pre-signed upload is bound to; S3 refuses anything else.
 *
 * @param contentType exact media type
 * @param contentLength exact length in bytes, or null for any
 * @param sha256 Base64 of the content's SHA-256, or null for any content
 */
public record UploadConditions(
        String contentType,
        @Nullable Long contentLength,
        @Nullable String sha256) {}
