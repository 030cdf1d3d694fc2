package dev.medley.identity.audit;

import org.jspecify.annotations.Nullable;

/**
 * What recomputing the log found.
 *
 * @param intact whether nothing was changed, removed or put in
 * @param entries how many there are
 * @param head the end of the log as it is recorded; keep it elsewhere to prove later that nothing up to it was rewritten
 * @param firstBroken the first place that does not fit; absent when all fit
 */
public record Verification(
        boolean intact,
        long entries,
        ChainHead head,
        @Nullable BrokenEntry firstBroken) {

    /**
     * A place that does not fit.
     *
     * @param sequence of the entry that is there or should be
     * @param fault what is wrong with it
     */
    public record BrokenEntry(long sequence, Fault fault) {}

    /** How an entry can be broken. */
    public enum Fault {
        /** The entry, or the one whose hash it goes on from, is not as it was written. */
        CHANGED,
        /** The entry is gone. */
        MISSING,
        /** The entry was not written by the log. */
        ADDED
    }
}
