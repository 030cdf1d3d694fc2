package dev.medley.web.idempotency;

/** The same request is still being handled by another thread or instance. */
final class TwinRunning extends Exception {

    private static final long serialVersionUID = 1L;
}
