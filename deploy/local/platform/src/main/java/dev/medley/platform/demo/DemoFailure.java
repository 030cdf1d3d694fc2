package dev.medley.platform.demo;

/** A result without which the journey cannot go on. */
final class DemoFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
