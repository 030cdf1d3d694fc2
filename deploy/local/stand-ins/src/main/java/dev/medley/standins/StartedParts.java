package dev.medley.standins;

import java.util.ArrayDeque;
import java.util.Deque;

/** Parts that run, to be stopped together. */
final class StartedParts implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    void add(AutoCloseable part) {
        parts.push(part);
    }

    /**
     * Stops all parts, last started first, also after one that did not stop.
     *
     * @throws IllegalStateException naming the first part that did not stop; later ones are suppressed in it
     */
    @Override
    public void close() {
        IllegalStateException first = null;
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                IllegalStateException failure =
                        new IllegalStateException(part.getClass().getSimpleName() + " did not stop", e);
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
