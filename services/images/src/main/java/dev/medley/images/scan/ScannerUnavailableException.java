package dev.medley.images.scan;

/** A configured scanner gave no verdict; the file has to be scanned again. */
public class ScannerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScannerUnavailableException(String detail) {
        super(detail);
    }

    ScannerUnavailableException(String detail, Throwable cause) {
        super(detail, cause);
    }
}
