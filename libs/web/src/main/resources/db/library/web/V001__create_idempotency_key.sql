CREATE TABLE idempotency_key (
    principal      text        NOT NULL,
    method         text        NOT NULL,
    route          text        NOT NULL,
    key            text        NOT NULL,
    request_digest text        NOT NULL,
    status         integer,
    headers        jsonb,
    body           text,
    created_at     timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,
    PRIMARY KEY (principal, method, route, key)
);

COMMENT ON TABLE idempotency_key IS 'Answers to requests under an Idempotency-Key, kept for their repeats';
COMMENT ON COLUMN idempotency_key.principal IS 'sub of the user, empty on a public route';
COMMENT ON COLUMN idempotency_key.request_digest IS 'SHA-256 of path, query and body';
COMMENT ON COLUMN idempotency_key.status IS 'null only inside the transaction that handles the first request';

CREATE INDEX idempotency_key_expires_at ON idempotency_key (expires_at);
