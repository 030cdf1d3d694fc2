-- Pictures that no settings name any more and whose object is not known to be gone; each row goes when it is.
CREATE TABLE watermark_picture_removal (
    user_id    text        NOT NULL,
    sha256     text        NOT NULL,
    removed_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, sha256)
);
