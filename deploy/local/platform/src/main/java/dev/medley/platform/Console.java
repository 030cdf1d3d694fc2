package dev.medley.platform;

import java.io.PrintStream;

/** Lines for the person who started the platform. */
final class Console {

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }
}
