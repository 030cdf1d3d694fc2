package dev.medley.simulators;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a simulated cloud does wrong, until told otherwise. */
public final class Faults {

    private final Map<Fault, Integer> armed = new ConcurrentHashMap<>();
    private volatile Duration retryAfter = Duration.ofSeconds(1);
    private volatile Duration slowness = Duration.ofMillis(200);

    /** A way to fail. */
    public enum Fault {
        /** The API answers 401. */
        REFUSE,
        /** Answers 403 to any credentials. */
        FORBID,
        /** The API answers 429 with {@code Retry-After}. */
        LIMIT,
        /** The API answers 503. */
        FAIL,
        /** The API answers JSON or XML of another shape. */
        CHANGE_SHAPE,
        /** Links lead to a private address. */
        REDIRECT_TO_PRIVATE,
        /** Links have expired when they are issued. */
        EXPIRE_LINKS,
        /** Files cannot be read in parts. */
        IGNORE_RANGES,
        /** Files have no ETag. */
        HIDE_ETAG,
        /** A file's body breaks off in the middle. */
        BREAK_BODY,
        /** A file's body comes slowly. */
        SLOW_BODY,
        /** One byte of a file's body is another. */
        CORRUPT_BODY,
        /** Files answer 500. */
        FAIL_BODY,
        /** Files answer 429 with {@code Retry-After}. */
        LIMIT_BODY,
        /** A file changes after its first part was read. */
        CHANGE_CONTENT
    }

    /** Has the next requests fail. */
    public void next(Fault fault, int requests) {
        armed.put(fault, requests);
    }

    /** Has all requests fail until {@link #clear}. */
    public void always(Fault fault) {
        armed.put(fault, Integer.MAX_VALUE);
    }

    /** What {@code Retry-After} asks for, in whole seconds. */
    public void retryAfter(Duration wait) {
        retryAfter = wait;
    }

    /** How long a slow body rests every 64 KiB. */
    public void slowness(Duration rest) {
        slowness = rest;
    }

    /** Has nothing fail any more. */
    public void clear() {
        armed.clear();
    }

    /** Whether the request at hand is to fail so; counts it. */
    boolean strikes(Fault fault) {
        boolean[] strikes = new boolean[1];
        armed.computeIfPresent(fault, (_, left) -> {
            strikes[0] = true;
            return left == Integer.MAX_VALUE ? left : left == 1 ? null : Integer.valueOf(left - 1);
        });
        return strikes[0];
    }

    Duration retryAfter() {
        return retryAfter;
    }

    Duration slowness() {
        return slowness;
    }
}
