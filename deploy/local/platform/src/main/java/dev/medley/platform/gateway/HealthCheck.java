package dev.medley.platform.gateway;

/** Asks something that runs whether it works. */
@FunctionalInterface
public interface HealthCheck {

    /**
     * Returns when it works.
     *
     * @throws Exception saying why not
     */
    void run() throws Exception;
}
