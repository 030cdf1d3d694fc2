CREATE TABLE allowance (
    key     bytea       PRIMARY KEY,
    full_at timestamptz NOT NULL
);

COMMENT ON TABLE allowance IS 'What addresses and accounts have used of their quotas';
COMMENT ON COLUMN allowance.key IS 'Keyed hash of the kind of quota and whose it is';
COMMENT ON COLUMN allowance.full_at IS 'When nothing counts any more';

CREATE INDEX allowance_full_at ON allowance (full_at);

CREATE TABLE used_login_code (
    code_hash  text        PRIMARY KEY,
    expires_at timestamptz NOT NULL
);

COMMENT ON TABLE used_login_code IS 'Login codes that opened a session, until they would have expired anyway';

CREATE INDEX used_login_code_expires_at ON used_login_code (expires_at);

CREATE TABLE reconciliation (
    id         uuid        PRIMARY KEY,
    status     text        NOT NULL,
    listed     bigint      NOT NULL,
    created    bigint      NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz
);

COMMENT ON TABLE reconciliation IS 'Runs that make profiles of confirmed users of the pool who have none';
COMMENT ON COLUMN reconciliation.listed IS 'Users of the pool looked at so far';
COMMENT ON COLUMN reconciliation.created IS 'Profiles made so far';

-- Sign-in and sign-up look for the account of an address.
CREATE INDEX IF NOT EXISTS profile_email ON profile (email);
