package dev.medley.images.scan;

/** What is known of malware in a file. */
public enum ScanOutcome {
    /** No scanner is configured: nothing is known. */
    SKIPPED,
    /** The scanner found nothing. */
    CLEAN,
    /** The scanner found something. */
    INFECTED
}
