package dev.medley.images.scan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files are scanned.
 *
 * @param address host and port of a clamd, for example {@code clamd.internal:3310}; without one nothing is scanned
 * @param timeout the most that a scan takes, from the connection to the whole answer
 */
@ConfigurationProperties("medley.images.scanner")
public record ScannerProperties(
        @Nullable String address, @DefaultValue("20s") Duration timeout) {}
