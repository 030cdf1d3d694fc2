CREATE TABLE profile (
    user_id    text        PRIMARY KEY,
    email      text        NOT NULL,
    first_name text,
    last_name  text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);
