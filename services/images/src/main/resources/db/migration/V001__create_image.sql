CREATE TABLE image (
    id               uuid        PRIMARY KEY,
    owner_id         text        NOT NULL,
    file_name        text        NOT NULL,
    format           text        NOT NULL,
    announced_bytes  bigint,
    announced_sha256 text,
    upload_key       text        NOT NULL UNIQUE,
    status           text        NOT NULL,
    reason           text,
    detail           text,
    width            integer,
    height           integer,
    bytes            bigint,
    attempts         integer     NOT NULL,
    lease_until      timestamptz,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    version          bigint      NOT NULL
);

CREATE INDEX image_of_owner ON image (owner_id, created_at DESC, id DESC);

CREATE TABLE rendition (
    image_id     uuid    NOT NULL REFERENCES image ON DELETE CASCADE,
    position     integer NOT NULL,
    name         text    NOT NULL,
    object_key   text    NOT NULL,
    content_type text    NOT NULL,
    width        integer NOT NULL,
    height       integer NOT NULL,
    bytes        bigint  NOT NULL,
    sha256       text    NOT NULL,
    watermarked  boolean NOT NULL,
    engine       text    NOT NULL,
    PRIMARY KEY (image_id, position),
    UNIQUE (image_id, name)
);
