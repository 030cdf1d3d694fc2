package dev.medley.images.engine.turbo;

/** The library refused a picture; its text is for the log. */
class TurboJpegException extends Exception {

    private static final long serialVersionUID = 1L;

    TurboJpegException(String text) {
        super(text);
    }
}
