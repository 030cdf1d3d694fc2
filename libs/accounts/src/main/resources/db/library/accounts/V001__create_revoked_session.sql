CREATE TABLE revoked_session (
    user_key   text        PRIMARY KEY,
    revoked_at timestamptz NOT NULL
);

COMMENT ON TABLE revoked_session IS 'Users whose earlier access tokens are refused, kept for longer than a token lives';
COMMENT ON COLUMN revoked_session.user_key IS 'SHA-256 of the sub: outlives an erased account without naming it';

CREATE INDEX revoked_session_revoked_at ON revoked_session (revoked_at);
