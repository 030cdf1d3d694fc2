CREATE TABLE erasure (
    id           uuid        PRIMARY KEY,
    user_id      text        UNIQUE,
    requested_at timestamptz NOT NULL,
    finished_at  timestamptz
);

COMMENT ON COLUMN erasure.user_id IS 'null once every service has erased the account';

CREATE TABLE erasure_part (
    erasure_id uuid NOT NULL REFERENCES erasure ON DELETE CASCADE,
    service    text NOT NULL,
    erased_at  timestamptz,
    PRIMARY KEY (erasure_id, service)
);

CREATE TABLE data_export (
    user_id      text        PRIMARY KEY,
    id           uuid        NOT NULL UNIQUE,
    requested_at timestamptz NOT NULL,
    finished_at  timestamptz
);

CREATE TABLE data_export_part (
    export_id    uuid NOT NULL REFERENCES data_export (id) ON DELETE CASCADE,
    service      text NOT NULL,
    collected_at timestamptz,
    PRIMARY KEY (export_id, service)
);

CREATE TABLE picture_upload (
    image_id     text        PRIMARY KEY,
    user_id      text        NOT NULL,
    requested_at timestamptz NOT NULL
);

CREATE INDEX picture_upload_user_id ON picture_upload (user_id);

CREATE TABLE picture (
    user_id      text        PRIMARY KEY,
    image_id     text        NOT NULL,
    object_key   text        NOT NULL,
    requested_at timestamptz NOT NULL
);
