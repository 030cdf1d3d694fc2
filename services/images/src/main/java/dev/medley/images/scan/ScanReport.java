package dev.medley.images.scan;

import java.time.Instant;

/**
 * A look at a file.
 *
 * @param outcome what was found
 * @param startedAt when it went to the scanner
 * @param finishedAt when the scanner had answered
 */
public record ScanReport(ScanOutcome outcome, Instant startedAt, Instant finishedAt) {}
