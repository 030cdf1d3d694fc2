CREATE TABLE audit_entry (
    sequence       bigint      PRIMARY KEY,
    at             timestamptz NOT NULL,
    action         text        NOT NULL,
    outcome        text        NOT NULL,
    actor          uuid,
    target         uuid,
    client_address text,
    request_id     text,
    hash           text        NOT NULL
);

COMMENT ON TABLE audit_entry IS 'Security-relevant actions, only ever added to; each hash covers the one before it';
COMMENT ON COLUMN audit_entry.actor IS 'audit_person; no foreign key, because the person can be forgotten';
COMMENT ON COLUMN audit_entry.hash IS 'SHA-256, hexadecimal, over the hash of the entry before and every other column';

CREATE INDEX audit_entry_actor ON audit_entry (actor, sequence);
CREATE INDEX audit_entry_target ON audit_entry (target, sequence);
CREATE INDEX audit_entry_action ON audit_entry (action, sequence);
CREATE INDEX audit_entry_at ON audit_entry (at);

CREATE TABLE audit_head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    sequence bigint  NOT NULL,
    hash     text    NOT NULL
);

COMMENT ON TABLE audit_head IS 'The last entry, so that a cut end shows; writers take turns by locking this row';

INSERT INTO audit_head (sequence, hash) VALUES (0, repeat('0', 64));

CREATE TABLE audit_person (
    person_id uuid PRIMARY KEY,
    user_id   text NOT NULL UNIQUE
);

COMMENT ON TABLE audit_person IS 'Whom a pseudonym in the log stands for; erasing an account deletes its row';

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on %: the audit log is only ever added to', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_entry_only_grows
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

CREATE TRIGGER audit_head_stays
    BEFORE DELETE OR TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
