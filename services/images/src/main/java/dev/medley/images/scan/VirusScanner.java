package dev.medley.images.scan;

/** Looks for malware. */
@FunctionalInterface
public interface VirusScanner {

    /**
     * Looks at a whole file.
     *
     * @throws ScannerUnavailableException when the scanner gives no verdict, which never counts as one
     */
    ScanOutcome scan(byte[] file);
}
