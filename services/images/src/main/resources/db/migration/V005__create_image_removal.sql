-- Images whose row is gone and whose objects are not known to be; each row goes when they are.
CREATE TABLE image_removal (
    upload_key text        PRIMARY KEY,
    owner_id   text        NOT NULL,
    removed_at timestamptz NOT NULL
);
