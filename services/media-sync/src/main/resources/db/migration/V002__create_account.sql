-- How the credentials of a provider stand. The row is the lock under which they are changed.
CREATE TABLE provider_account (
    provider       text        PRIMARY KEY,
    kind           text        NOT NULL,
    status         text        NOT NULL,
    generation     bigint      NOT NULL,
    reason         text,
    rotation_count integer     NOT NULL,
    rotated_at     timestamptz,
    updated_at     timestamptz NOT NULL
);

-- The credentials themselves, sealed, where no other vault is configured.
CREATE TABLE credential_vault (
    provider   text        PRIMARY KEY,
    sealed     bytea       NOT NULL,
    updated_at timestamptz NOT NULL
);

-- Scheduled times that have been taken: EventBridge Scheduler delivers at least once.
CREATE TABLE schedule_inbox (
    schedule     text        NOT NULL,
    scheduled_at timestamptz NOT NULL,
    taken_at     timestamptz NOT NULL,
    PRIMARY KEY (schedule, scheduled_at)
);
