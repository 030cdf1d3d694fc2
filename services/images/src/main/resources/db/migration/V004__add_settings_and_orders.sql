-- How an image is rendered, as it was settled when the image was announced; null for images of before.
ALTER TABLE image ADD COLUMN render_settings text;

CREATE TABLE settings (
    user_id        text        PRIMARY KEY,
    content        text        NOT NULL,
    picture_sha256 text,
    picture_type   text,
    picture_bytes  integer,
    version        bigint      NOT NULL,
    updated_at     timestamptz NOT NULL
);

-- Renditions that somebody asked for and that are not made yet; a made one leaves its receipt in rendition.
CREATE TABLE rendition_order (
    id          uuid        PRIMARY KEY,
    image_id    uuid        NOT NULL REFERENCES image ON DELETE CASCADE,
    name        text        NOT NULL,
    spec        text        NOT NULL,
    status      text        NOT NULL,
    reason      text,
    attempts    integer     NOT NULL,
    lease_until timestamptz,
    created_at  timestamptz NOT NULL,
    UNIQUE (image_id, name)
);
