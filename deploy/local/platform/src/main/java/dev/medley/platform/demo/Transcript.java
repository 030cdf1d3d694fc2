package dev.medley.platform.demo;

import java.io.PrintStream;
import java.net.URI;

/** Prints what happens, line by line, and keeps count of what was not as it should be. */
final class Transcript {

    private final PrintStream out;
    private int checks;
    private int failures;

    Transcript(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.printf("%n%s%n", title);
    }

    /**
     * One call.
     *
     * @param target its address
     * @param status HTTP status
     * @param millis how long it took
     * @param note what is worth seeing of the answer; never a whole token
     */
    void call(String method, URI target, int status, long millis, String note) {
        out.printf("  %-4s %-58s %3d %5d ms  %s%n", method, shown(target), status, millis, note);
    }

    /** An object's address is long and its query a signature: its bucket and last name tell enough. */
    private static String shown(URI target) {
        String path = target.getPath();
        String query = target.getQuery();
        if (query == null) {
            return path;
        }
        return query.contains("X-Amz-Signature")
                ? path.substring(0, path.indexOf('/', 1)) + "/…" + path.substring(path.lastIndexOf('/')) + "?X-Amz-…"
                : path + "?" + query;
    }

    /** Something that has to hold. */
    void check(boolean holds, String statement) {
        checks++;
        if (!holds) {
            failures++;
        }
        out.printf("       %-6s %s%n", holds ? "ok" : "FAILED", statement);
    }

    /** Something worth seeing. */
    void line(String text) {
        out.printf("       %s%n", text);
    }

    /** The last line; tells whether all held. */
    boolean finish(double seconds) {
        out.printf("%n%d checks, %d failed, %.1f s%n", checks, failures, seconds);
        return failures == 0;
    }

    /** Ends the journey early. */
    void abandon(String reason) {
        failures++;
        checks++;
        out.printf("       %-6s %s%n", "FAILED", reason);
    }
}
