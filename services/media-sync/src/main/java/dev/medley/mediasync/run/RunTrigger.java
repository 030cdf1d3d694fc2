package dev.medley.mediasync.run;

/** What started a run. */
public enum RunTrigger {
    /** Somebody asked for it. */
    REQUEST,
    /** Its time had come. */
    SCHEDULE
}
