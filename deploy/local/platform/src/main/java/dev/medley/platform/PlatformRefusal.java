package dev.medley.platform;

/** A reason not to go on that is told in one line, for people, saying what helps. */
final class PlatformRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String line;

    PlatformRefusal(String line) {
        super(line);
        this.line = line;
    }

    PlatformRefusal(String line, Throwable cause) {
        super(line, cause);
        this.line = line;
    }

    String line() {
        return line;
    }
}
