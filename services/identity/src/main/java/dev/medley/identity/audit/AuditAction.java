package dev.medley.identity.audit;

/** What the log tells of. The names are stored, so none is ever changed. */
public enum AuditAction {
    SIGNED_UP,
    ADDRESS_CONFIRMED,
    SIGNED_IN,
    SIGNED_OUT,
    CODE_REQUESTED,
    PASSWORD_RESET_REQUESTED,
    PASSWORD_CHANGED,
    TRIGGER_CALLED,
    USER_CREATED,
    PROFILE_CHANGED,
    ROLES_CHANGED,
    USER_DISABLED,
    USER_ENABLED,
    ERASURE_REQUESTED,
    EXPORT_REQUESTED,
    AUDIT_VERIFIED,
    PROVIDER_CREDENTIALS_REPLACED
}
