package dev.medley.mediasync.credential;

/** How the credentials of a provider stand. */
public enum AccountStatus {
    /** Nobody handed over any. */
    MISSING,
    /** They are used. */
    ACTIVE,
    /** The provider does not accept them; only new ones help. */
    FAILED
}
