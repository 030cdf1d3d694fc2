CREATE TABLE audit_entry (
    sequence bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    at       timestamptz NOT NULL,
    action   text        NOT NULL,
    outcome  text        NOT NULL,
    actor    text,
    target   text
);
