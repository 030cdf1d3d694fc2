package dev.medley.identity.reconciliation;

/** Where a run stands. The names are stored and shown. */
public enum ReconciliationStatus {
    RUNNING,
    COMPLETED,
    /** The pool no longer knows where to go on; a new run begins from the start. */
    FAILED
}
