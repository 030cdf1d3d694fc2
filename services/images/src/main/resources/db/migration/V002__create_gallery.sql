CREATE TABLE gallery (
    user_id   text        PRIMARY KEY,
    opened_at timestamptz NOT NULL
);
