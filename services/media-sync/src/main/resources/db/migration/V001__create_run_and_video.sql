-- One pass over a provider's library. Counts are those of the end; while a run is active its videos are counted.
CREATE TABLE sync_run (
    id            uuid        PRIMARY KEY,
    provider      text        NOT NULL,
    trigger       text        NOT NULL,
    requested_by  text,
    status        text        NOT NULL,
    position      text,
    listed        integer     NOT NULL,
    known         integer     NOT NULL,
    total         integer     NOT NULL,
    done          integer     NOT NULL,
    failed        integer     NOT NULL,
    more          boolean     NOT NULL,
    reason        text,
    detail        text,
    attempts      integer     NOT NULL,
    next_step_at  timestamptz NOT NULL,
    step          bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    finished_at   timestamptz
);

CREATE INDEX run_by_age ON sync_run (created_at DESC, id DESC);

CREATE INDEX run_due ON sync_run (next_step_at) WHERE status = 'LISTING';

-- Two runs over one library would list the same media.
CREATE UNIQUE INDEX active_run_of_provider ON sync_run (provider) WHERE finished_at IS NULL;

-- A media file that a provider has shown, and where its copy stands.
CREATE TABLE sync_video (
    id                 uuid        PRIMARY KEY,
    provider           text        NOT NULL,
    media_id           text        NOT NULL,
    filename           text        NOT NULL,
    bytes              bigint,
    recorded_at        timestamptz NOT NULL,
    run_id             uuid        NOT NULL REFERENCES sync_run,
    status             text        NOT NULL,
    object_key         text,
    reason             text,
    detail             text,
    attempts           integer     NOT NULL,
    dispatched_at      timestamptz,
    lease_until        timestamptz,
    lease_holder       uuid,
    bytes_so_far       bigint      NOT NULL,
    etag               text,
    checksum           text,
    synced_at          timestamptz,
    duration_ms        bigint,
    throughput_mbps    double precision,
    upload_id          text,
    upload_source_etag text,
    upload_bytes       bigint,
    upload_part_size   bigint,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    UNIQUE (provider, media_id)
);

CREATE INDEX video_by_age ON sync_video (created_at DESC, id DESC);

CREATE INDEX video_of_run ON sync_video (run_id, status);

CREATE INDEX video_in_work ON sync_video (provider, status) WHERE status IN ('PENDING', 'IN_PROGRESS');

-- Finished parts of an open multipart upload: a restart does not send them again.
CREATE TABLE sync_part (
    video_id uuid    NOT NULL REFERENCES sync_video ON DELETE CASCADE,
    number   integer NOT NULL,
    bytes    bigint  NOT NULL,
    etag     text    NOT NULL,
    checksum text    NOT NULL,
    PRIMARY KEY (video_id, number)
);

-- How far listing came, per provider: the next run goes on from there.
CREATE TABLE sync_position (
    provider   text        PRIMARY KEY,
    position   text        NOT NULL,
    updated_at timestamptz NOT NULL
);
