-- One pass over a provider's library. The counts are those of the end; while a run is active its videos are counted.
CREATE TABLE sync_run (
    id           uuid        PRIMARY KEY,
    provider     text        NOT NULL,
    trigger      text        NOT NULL,
    requested_by text,
    status       text        NOT NULL,
    position     text,
    more         boolean     NOT NULL,
    listed       integer     NOT NULL,
    known        integer     NOT NULL,
    total        integer     NOT NULL,
    done         integer     NOT NULL,
    failed       integer     NOT NULL,
    reason       text,
    detail       text,
    failures     integer     NOT NULL,
    next_step_at timestamptz NOT NULL,
    step         bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    finished_at  timestamptz
);

CREATE INDEX run_by_age ON sync_run (created_at DESC, id DESC);

CREATE INDEX run_due ON sync_run (next_step_at) WHERE status = 'LISTING';

-- Two runs over one library would list the same media.
CREATE UNIQUE INDEX active_run_of_provider ON sync_run (provider) WHERE finished_at IS NULL;

-- How far listing came, per provider: the next run goes on from there.
CREATE TABLE sync_position (
    provider   text        PRIMARY KEY,
    position   text        NOT NULL,
    updated_at timestamptz NOT NULL
);

-- A media file that a provider has shown, and where its copy stands. PENDING with a reason waits for its provider.
CREATE TABLE sync_video (
    id              uuid        PRIMARY KEY,
    provider        text        NOT NULL,
    media_id        text        NOT NULL,
    locator         text        NOT NULL,
    filename        text        NOT NULL,
    bytes           bigint,
    recorded_at     timestamptz NOT NULL,
    run_id          uuid        NOT NULL REFERENCES sync_run,
    status          text        NOT NULL,
    object_key      text,
    reason          text,
    detail          text,
    attempts        integer     NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    dispatched_at   timestamptz,
    lease_until     timestamptz,
    lease_holder    uuid,
    bytes_so_far    bigint      NOT NULL,
    etag            text,
    checksum        text,
    synced_at       timestamptz,
    duration_ms     bigint,
    throughput_mbps double precision,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    UNIQUE (provider, media_id)
);

CREATE INDEX video_by_age ON sync_video (created_at DESC, id DESC);

CREATE INDEX video_of_run ON sync_video (run_id, status);

CREATE INDEX video_in_work ON sync_video (provider, next_attempt_at) WHERE status IN ('PENDING', 'IN_PROGRESS');

CREATE INDEX video_failed ON sync_video (provider) WHERE status = 'FAILED';

-- A multipart upload that is open in S3, and its finished parts: a restart does not send them again.
CREATE TABLE open_upload (
    video_id    uuid   PRIMARY KEY REFERENCES sync_video ON DELETE CASCADE,
    upload_id   text   NOT NULL,
    validator text,
    bytes       bigint NOT NULL,
    part_size   bigint NOT NULL
);

CREATE TABLE finished_part (
    video_id uuid    NOT NULL REFERENCES open_upload ON DELETE CASCADE,
    number   integer NOT NULL,
    bytes    bigint  NOT NULL,
    etag     text    NOT NULL,
    checksum text    NOT NULL,
    PRIMARY KEY (video_id, number)
);
