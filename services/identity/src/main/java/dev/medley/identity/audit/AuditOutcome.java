package dev.medley.identity.audit;

/** How an action ended. */
public enum AuditOutcome {
    DONE,
    REFUSED
}
