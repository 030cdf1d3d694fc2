package dev.medley.storage;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Names of this environment.
 *
 * @param bucketPrefix stands before each name of {@code deploy/buckets.yaml}
 */
@ConfigurationProperties("medley.storage")
public record StorageProperties(@DefaultValue("") String bucketPrefix) {}
